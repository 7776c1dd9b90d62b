import { AppError } from "../knowledge/errors.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { getTool } from "../tools/registry.ts";
import type { Case, GoldCall } from "./case.ts";

/** Fact ids with the number of their call before them: "1.headroom". */
const numbered = /^(?<call>\d+)\.(?<fact>.+)$/;

/** Facts that a case wants stated, as "1.headroom"; an id without a call stands for each call that has it. */
export function statedFacts({ id, expects }: Case, gold: readonly GoldCall[]): string[] {
  const has = (call: number, fact: string) => gold[call - 1]?.output.facts.some((each) => each.id === fact);
  return expects.states.flatMap((wanted) => {
    const groups = numbered.exec(wanted)?.groups;
    const calls = groups ? [Number(groups.call)] : gold.map((_, index) => index + 1);
    const fact = groups?.fact ?? wanted;
    const found = calls.filter((call) => has(call, fact)).map((call) => `${call}.${fact}`);
    if (found.length > 0) return found;
    throw new AppError(
      "invalid-record",
      `Cannot use the eval case "${id}": no call of it gives the fact "${wanted}".`,
    );
  });
}

/**
 * What the rules engine gives for the calls of a case. This proves that an answer rests on the right calls and quotes
 * them faithfully; that the tools themselves are right is proved by the backtests on measured runs.
 */
export async function goldOf(evalCase: Case, knowledge: Knowledge): Promise<GoldCall[]> {
  const gold: GoldCall[] = [];
  for (const { name, input } of evalCase.expects.calls) {
    try {
      const { output } = await getTool(name).call(input, knowledge);
      gold.push({ name, input, output });
    } catch (cause) {
      const why = cause instanceof AppError ? cause.message : String(cause);
      throw new AppError("invalid-record", `Cannot use the eval case "${evalCase.id}": ${why}`, { cause });
    }
  }
  statedFacts(evalCase, gold);
  return gold;
}
