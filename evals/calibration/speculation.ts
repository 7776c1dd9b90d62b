import type { Assumption } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { passSeconds } from "../../tools/formulas/decode.ts";
import { completed } from "../../tools/memory/language-lines.ts";
import { toEngine } from "../../tools/throughput/machine.ts";
import { toPass } from "../../tools/throughput/pass.ts";
import { draftReading, speculative } from "../../tools/throughput/speculation.ts";
import { aggregateSpeed, type Run, usableRuns } from "../runs.ts";
import { fittedAssumption, type Parameters, standIn } from "./parameters.ts";

const otherwise = "speculation-draft-share-other";
const batch = "speculation-draft-batch";

/** What is fitted. */
export const speculationParameters: Parameters = {
  "speculation-draft-share-eagle": {
    least: 0,
    meaning: "bytes that an EAGLE-3 draft reads for a pass against the target",
    otherwise,
  },
  "speculation-draft-share-dflash": {
    least: 0,
    meaning: "bytes that a DFlash draft reads for a pass against the target",
    otherwise,
  },
  [batch]: {
    least: 0,
    meaning: "what drafting takes for each further sequence against reading the target",
  },
};

/** A run with a draft. Seconds of its pass: as measured, of all that is not fitted, and of reading the target once. */
export type SpeculativeRun = {
  run: Run;
  measured: number;
  rest: number;
  target: number;
  /** The assumption on the share of the target that the draft reads; null for drafts of another kind. */
  shareId: string | null;
};

/** A run with its draft as a question, where its source tells how many tokens a pass yielded. */
function withDraft({ row, board, placed }: Run): Run | undefined {
  const { speculation, acceptedTokensPerPass } = row;
  if (speculation === undefined || acceptedTokensPerPass === undefined) return undefined;
  return { row, board, placed: { ...placed, speculation: { method: speculation, acceptedTokensPerPass } } };
}

function toSpeculativeRun(run: Run, knowledge: Knowledge): SpeculativeRun | undefined {
  const { board, placed, row } = run;
  const engine = toEngine(board, placed, knowledge);
  if (!placed.language?.parametersBillions || !engine) return undefined;
  const model = completed(placed.language, (id) => knowledge.assumption(id).value);
  const plain = toPass(placed, model, row.concurrency, knowledge);
  const pass = speculative(plain, board, placed, model, knowledge);
  const { targetBytes, shareId } = draftReading(board, placed, model, knowledge);
  const target = targetBytes / engine.modeBandwidth;
  const drafted = shareId === null ? 0 : target * knowledge.assumption(shareId).value;
  const further = target * (row.concurrency - 1) * knowledge.assumption(batch).value;
  const rest = passSeconds(pass, engine.machine, engine.costs) - drafted - further;
  return {
    run,
    measured: (row.concurrency * pass.acceptedTokens) / aggregateSpeed(row),
    rest,
    target,
    shareId,
  };
}

/** Runs with a draft whose acceptance is known. */
export function speculativeRuns(knowledge: Knowledge): SpeculativeRun[] {
  return usableRuns(knowledge, ["decode", "aggregate"]).flatMap((plain) => {
    const run = withDraft(plain);
    return (run && toSpeculativeRun(run, knowledge)) ?? [];
  });
}

/** The share with the least sum of absolute relative errors: the weighted median of what each run asks for. */
export function fittedShare(runs: readonly Pick<SpeculativeRun, "measured" | "rest" | "target">[]): number {
  const asked = runs
    .map(({ measured, rest, target }) => ({ share: (measured - rest) / target, weight: target / measured }))
    .sort((a, b) => a.share - b.share);
  const half = asked.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let passed = 0;
  for (const { share, weight } of asked) {
    passed += weight;
    if (passed >= half) return Math.max(0, share);
  }
  return 0;
}

/** Fits what drafts cost one sequence, and from there what each further sequence adds. */
export function fitSpeculation(knowledge: Knowledge): Record<string, Assumption> {
  const runs = speculativeRuns(knowledge);
  const toAssumption = (id: string, own: readonly SpeculativeRun[], share: number) => {
    const parameter = speculationParameters[id] ?? { least: 0, meaning: "" };
    const ids = own.map(({ run }) => run.row.id);
    return fittedAssumption(share, parameter.meaning, ids) ?? standIn(parameter, knowledge);
  };
  const shares = Object.fromEntries(
    Object.keys(speculationParameters).flatMap((id) => {
      const own = runs.filter(({ run, shareId }) => shareId === id && run.row.concurrency === 1);
      return id === batch ? [] : [[id, toAssumption(id, own, fittedShare(own))]];
    }),
  );
  const several = runs.filter(({ run }) => run.row.concurrency > 1);
  const asked = several.map(({ run, measured, rest, target, shareId }) => {
    const share = shareId === null ? 0 : (shares[shareId] ?? knowledge.assumption(shareId)).value;
    return { measured, rest: rest + share * target, target: target * (run.row.concurrency - 1) };
  });
  return { ...shares, [batch]: toAssumption(batch, several, fittedShare(asked)) };
}
