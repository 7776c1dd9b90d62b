import { z } from "zod";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { recordAssumptions } from "./assumptions.ts";
import { assumedLines } from "./digest/assumed-lines.ts";
import { digestLines } from "./digest/digest-lines.ts";
import { offeredSweep } from "./offered/sweep.ts";
import { toPlaced } from "./placement/workload.ts";
import { sweptBoards } from "./sweep/boards.ts";
import { evaluateConfiguration } from "./sweep/configuration.ts";
import { judge } from "./sweep/entry.ts";
import { type RankBy, rankingOrder, rankingWords } from "./sweep/ranking.ts";
import { type Row, toRow } from "./sweep/row.ts";
import { rowDigest } from "./sweep/row-words.ts";
import { sweepFacts } from "./sweep/sweep-facts.ts";
import { sweepFields } from "./sweep/sweep-input.ts";
import { asksForPower, assumedTerms, defaultRanking, termsOf } from "./sweep/sweep-terms.ts";
import { defineTool, type ToolResult } from "./tool.ts";

/** The same workloads on many boards. */
export const CompareDevicesInput = z.strictObject(sweepFields);
export type CompareDevicesInput = z.infer<typeof CompareDevicesInput>;

/** Every board tried, best first by the wish; `best` is null where none meets all that was asked. */
export type DeviceComparison = ToolResult & {
  rows: Row[];
  best: Row | null;
  rankedBy: RankBy;
  /** How many configurations were evaluated. */
  configurations: number;
  names: { workloads: string[] };
  resolved: CompareDevicesInput;
  assumptions: string[];
};

const shownInDigest = 5;

function run(input: CompareDevicesInput, everything: Knowledge): DeviceComparison {
  const { knowledge, sources: assumed } = recordAssumptions(everything);
  const { rankBy = defaultRanking } = input;
  const workloads = input.workloads.map((workload) => toPlaced(workload, knowledge));
  const terms = termsOf(input, workloads);
  const { boards, powerModes, assumptions } = sweptBoards(input, asksForPower(input), knowledge);
  const order = rankingOrder(rankBy);
  const shown = boards
    .map((board, index) => {
      const configuration = evaluateConfiguration(board, workloads, terms.setting, knowledge);
      return { configuration, entry: judge(configuration, terms, index, knowledge) };
    })
    .sort((a, b) => order(a.entry, b.entry))
    .map(({ configuration, entry }) => ({ entry, row: toRow(configuration, entry, terms, knowledge) }));
  const rows = shown.map(({ row }) => row);
  return {
    rows,
    best: rows.find(({ meetsAll }) => meetsAll) ?? null,
    rankedBy: rankBy,
    configurations: boards.length,
    names: { workloads: workloads.map(({ subject }) => subject.name) },
    resolved: {
      ...input,
      workloads: workloads.map(({ resolved }) => resolved),
      devices: [...new Set(boards.map(({ reference }) => reference))],
      powerModes,
      os: terms.setting.os,
      rankBy,
      promptTokens: terms.setting.promptTokens,
    },
    assumptions: [
      ...assumedTerms(input, workloads, terms),
      ...workloads.flatMap((placed) => placed.assumptions),
      ...assumptions,
    ],
    ...sweepFacts(shown, assumed(), knowledge),
  };
}

/** Which boards hold the workloads, and which is cheapest, coolest, fastest or roomiest? */
export const compareDevices = defineTool({
  name: "compare-devices",
  description:
    "The same workloads on many Jetson boards at once, ranked by price, power, speed or headroom: verdict, memory, speed, price and watts of each.",
  input: CompareDevicesInput,
  example: { workloads: [{ model: "qwen3-8b" }], rankBy: "cheapest" },
  offered: z.strictObject(offeredSweep),
  run,
  digest: ({ rows, best, rankedBy, configurations, names, assumptions }) =>
    digestLines([
      best
        ? `${rankingWords[rankedBy]} of ${configurations} that meets all that was asked for ${names.workloads.join(" + ")}: ${best.name}`
        : `none of ${configurations} meets all that was asked for ${names.workloads.join(" + ")}`,
      ...rows.slice(0, shownInDigest).map(rowDigest),
      ...assumedLines(assumptions),
    ]),
});
