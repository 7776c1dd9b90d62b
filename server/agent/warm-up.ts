import { setImmediate as nextTurn } from "node:timers/promises";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { createBuiltInBackend } from "../backends/built-in.ts";
import { createAdvisor } from "./create-advisor.ts";

/** Between them they read most kinds of records, run the tools that are asked for most, and open the index. */
const usual = [
  "Can I run Llama 3.1 8B next to YOLO11n on an Orin NX 16GB?",
  "How many 1080p streams at 30 fps can an Orin Nano Super take with YOLO11n?",
];

/** Answers without a model what nobody asked, so that the first who asks does not wait until the records are read. Ends early where `signal` fires. */
export async function warmUp(knowledge: Knowledge, signal?: AbortSignal): Promise<void> {
  const advisor = createAdvisor(createBuiltInBackend(), knowledge, () => 0);
  for (const question of usual) {
    // Whoever asks meanwhile comes in between.
    await nextTurn();
    if (signal?.aborted) return;
    await advisor.ask(question);
  }
}
