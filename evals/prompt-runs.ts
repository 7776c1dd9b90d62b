import type { Measurement } from "../knowledge/evidence-schema.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Milliseconds } from "../knowledge/units.ts";
import { type Run, usableRuns } from "./runs.ts";

/** A run that read prompts: tokens of each sequence, and milliseconds until all of them were read. */
export type PromptRun = Run & { tokens: number; milliseconds: Milliseconds; isFirstToken: boolean };

/** Prompts of a batch are padded to the longest; short ones differ so much that their mean says little. */
const leastBatched = 128;
/** What a run did without is no property of its engine. */
const crippled = /flash attention off|without the Marlin kernel/;

/** Prompts that a table counts the tokens of: all of a batch, but for one whose note says "one stream's tokens". */
function countedPrompts({ note = "", concurrency }: Measurement): number {
  return note.includes("one stream's tokens") ? 1 : concurrency;
}

/** Runs whose engine read a prompt at a speed, or gave its first token after a time. */
export function promptRuns(knowledge: Knowledge): PromptRun[] {
  return usableRuns(knowledge, ["prefill", "time-to-first-token"]).flatMap((run): PromptRun[] => {
    const { row } = run;
    const isFirstToken = row.metric === "time-to-first-token";
    const stated =
      row.promptTokens ?? (isFirstToken ? undefined : knowledge.assumption("unstated-prompt").value);
    if (stated === undefined || crippled.test(row.note ?? "")) return [];
    const tokens = isFirstToken ? stated : stated / countedPrompts(row);
    // Nobody tells when the sequences of a batch came in, which decides how long their first tokens took.
    if (row.concurrency > 1 && (isFirstToken || tokens < leastBatched)) return [];
    return [
      {
        ...run,
        tokens,
        milliseconds: isFirstToken ? row.value : (1000 * tokens * countedPrompts(row)) / row.value,
        isFirstToken,
      },
    ];
  });
}
