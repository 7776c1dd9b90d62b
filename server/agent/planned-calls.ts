import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { getTool } from "../../tools/registry.ts";
import type { PlannedCall } from "../built-in/planned-call.ts";
import { type MadeCall, makeCall } from "./tool-runner.ts";

const search = "search-documents";

/**
 * Makes the planner's calls: the verdicts of an answer are theirs, whoever writes it. One whose input no tool takes,
 * such as a budget below zero, is not made; the answer says so.
 */
export async function makePlannedCalls(
  calls: readonly PlannedCall[],
  knowledge: Knowledge,
): Promise<MadeCall[]> {
  const makeable = calls.filter(({ name, input }) => getTool(name).input.safeParse(input).success);
  const numbered = makeable.map((call, index) => ({ call, index }));
  // The index is searched on threads of its own: begun first, it is done when the sums are.
  const searchFirst = numbered.toSorted(
    (one, other) => Number(other.call.name === search) - Number(one.call.name === search),
  );
  const begun = searchFirst.map(async ({ call, index }) => ({
    index,
    made: await makeCall(`plan-${index + 1}`, call, knowledge),
  }));
  const ended = await Promise.all(begun);
  return ended.sort((one, other) => one.index - other.index).map(({ made }) => made);
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
