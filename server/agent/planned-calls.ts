import { addAbortListener } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { getTool } from "../../tools/registry.ts";
import type { PlannedCall } from "../built-in/planned-call.ts";
import { type MadeCall, makeCall } from "./tool-runner.ts";

const search = "search-documents";

type Listening = { onMade?: ((call: MadeCall) => void) | undefined; abortSignal?: AbortSignal };

/** Waits for it, but no longer than the signal lets; then its reason is thrown. */
async function unlessAborted<Value>(pending: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const listening = addAbortListener(signal, () => reject(signal.reason));
  try {
    return await Promise.race([pending, aborted]);
  } finally {
    listening[Symbol.dispose]();
  }
}

/**
 * Makes the planner's calls: the verdicts of an answer are theirs, whoever writes it. One whose input no tool takes,
 * such as a budget below zero, is not made; the answer says so. `onMade` hears of each as soon as it is made, in the
 * planner's order. Where nobody waits for the answer any more, no further call is made and the signal's reason thrown.
 */
export async function makePlannedCalls(
  calls: readonly PlannedCall[],
  knowledge: Knowledge,
  { onMade, abortSignal = new AbortController().signal }: Listening = {},
): Promise<MadeCall[]> {
  abortSignal.throwIfAborted();
  const makeable = calls.filter(({ name, input }) => getTool(name).input.safeParse(input).success);
  const numbered = makeable.map((call, index) => ({ id: `plan-${index + 1}`, call }));
  const make = ({ id, call }: (typeof numbered)[number]) => makeCall(id, call, knowledge);
  // The index is searched on threads of its own: begun first, it goes on while the sums are done.
  const searches = numbered.filter(({ call }) => call.name === search);
  const begun = new Map(searches.map((each) => [each.id, make(each)]));
  const made: MadeCall[] = [];
  for (const each of numbered) {
    const call = await unlessAborted(begun.get(each.id) ?? make(each), abortSignal);
    made.push(call);
    onMade?.(call);
    // What is known goes out before the next sum, or the words, have the thread for themselves.
    await nextTurn();
    abortSignal.throwIfAborted();
  }
  return made;
}

const Subject = z.object({
  verdict: z.string().optional(),
  resolved: z
    .object({
      device: z.unknown().optional(),
      model: z.unknown().optional(),
      workloads: z.array(z.object({ model: z.unknown() })).optional(),
    })
    .optional(),
});

/** What a result is about, and what it decides. */
function subjectOf({ outcome }: MadeCall): unknown {
  return "output" in outcome ? Subject.safeParse(outcome.output).data : undefined;
}

function isSame(planned: MadeCall, made: MadeCall): boolean {
  return (
    planned.outcome.name === made.outcome.name &&
    "output" in made.outcome &&
    isDeepStrictEqual(subjectOf(planned), subjectOf(made))
  );
}

/** The calls on which an answer turns: whether it fits where that is planned, else what is asked first. */
export function decidingCalls(planned: readonly MadeCall[]): MadeCall[] {
  const computed = planned.filter(({ outcome }) => outcome.name !== search && "output" in outcome);
  const fits = computed.filter(({ outcome }) => outcome.name === "memory-fit");
  return fits.length > 0 ? fits : computed.slice(0, 1);
}

/** Deciding calls that nobody made: not for that board and model, or with another verdict. */
export function missingCalls(planned: readonly MadeCall[], made: readonly MadeCall[]): MadeCall[] {
  return decidingCalls(planned).filter((call) => !made.some((other) => isSame(call, other)));
}
