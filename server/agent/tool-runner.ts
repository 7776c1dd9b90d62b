import { isDeepStrictEqual } from "node:util";
import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { getTool, tools } from "../../tools/registry.ts";
import type { Outcome } from "../built-in/results.ts";
import { callError, repeatedCallError } from "./tool-error.ts";
import type { Emit } from "./turn-events.ts";

/** A call that was made, with what a model is told of it. */
export type MadeCall = { id: string; outcome: Outcome; told: string };

/** Runs the tools of one turn and keeps what came back, which no client can forge. */
export type ToolRunner = {
  readonly made: readonly MadeCall[];
  /** Runs a call; one that was made before is not made again. */
  run(name: string, input: unknown): Promise<MadeCall>;
  /** Takes over a call that was made out of sight. */
  adopt(call: MadeCall): void;
};

/** Milliseconds until a tool is given up. */
const longestCall = 5_000;

function timeout(name: string, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(
      () => reject(new AppError("tool-timeout", `Cannot wait for ${name}: it took more than 5 s.`)),
      longestCall,
    );
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });
}

/** Runs one call; a failure becomes the sentence that says why. */
export async function makeCall(
  id: string,
  { name, input }: { name: string; input: unknown },
  knowledge: Knowledge,
): Promise<MadeCall> {
  const done = new AbortController();
  try {
    const called = getTool(name).call(input, knowledge);
    const { output, digest } = await Promise.race([called, timeout(name, done.signal)]);
    return { id, outcome: { name, input, output }, told: digest };
  } catch (thrown) {
    const error = thrown instanceof AppError ? thrown.message : "The tool failed.";
    if (!(thrown instanceof AppError)) console.error(thrown);
    const tool = tools.find((each) => each.name === name);
    return { id, outcome: { name, input, error }, told: tool ? callError(tool, thrown) : error };
  } finally {
    done.abort();
  }
}

/** Starts the runner of a turn. */
export function createToolRunner(knowledge: Knowledge, emit: Emit): ToolRunner {
  const made: MadeCall[] = [];
  const adopt = (call: MadeCall) => {
    made.push(call);
    const { id, outcome } = call;
    emit({ type: "call", id, name: outcome.name, input: outcome.input });
    if ("output" in outcome) emit({ type: "result", id, output: outcome.output });
    else emit({ type: "refused", id, message: outcome.error });
  };
  return {
    made,
    adopt,
    async run(name, input) {
      const same = made.find(
        ({ outcome }) => outcome.name === name && isDeepStrictEqual(outcome.input, input),
      );
      if (same) return { ...same, told: repeatedCallError(name) };
      const call = await makeCall(`call-${made.length + 1}`, { name, input }, knowledge);
      adopt(call);
      return call;
    },
  };
}
