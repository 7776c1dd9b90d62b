import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { estimateThroughput, ThroughputInput } from "../../../tools/estimate-throughput.ts";
import { halfPrecisionPeak } from "../../../tools/throughput/arithmetic.ts";
import { type Run, usableRuns } from "../../runs.ts";
import type { Case, Estimated, Quantity } from "../quantity.ts";
import { runLabel } from "./decode.ts";
import { fittedInterval } from "./prompt.ts";

/** A vision tower that somebody timed alone, with the tokens of each image; ms. */
export type VisionCase = Case & { run: Run; tokensPerImage: number };

function visionCases(knowledge: Knowledge): VisionCase[] {
  return usableRuns(knowledge, ["vision-latency"]).flatMap((run) => {
    const { row, placed } = run;
    if (row.imageTokens === undefined || placed.language?.imageTokens?.rule !== "grid") return [];
    const { id, model, source, value: measured } = row;
    const tokensPerImage = Math.max(1, Math.round(row.imageTokens / row.concurrency));
    const label = `${runLabel(run)}, ${tokensPerImage} tokens an image`;
    return [{ id, model, source, label, measured, run, tokensPerImage }];
  });
}

/** The tools are asked for an image that is one row of as many tokens. */
async function estimate(
  { run, tokensPerImage }: VisionCase,
  knowledge: Knowledge,
): Promise<Estimated | null> {
  const { device, powerMode, model, quantization, runtime, concurrency } = run.row;
  const rule = run.placed.language?.imageTokens;
  if (rule?.rule !== "grid") return null;
  const image = {
    images: 1,
    imageWidth: rule.pixelsPerToken * tokensPerImage,
    imageHeight: rule.pixelsPerToken,
  };
  const question = { device, powerMode, model, quantization, runtime, concurrency, ...image };
  const { visionMs, visionInterval } = await estimateThroughput.run(
    ThroughputInput.parse(question),
    knowledge,
  );
  return visionMs && { ...visionMs, interval: fittedInterval(visionInterval) };
}

/** 2 × parameters × patches ÷ dense 16-bit peak. */
function roofline({ run, tokensPerImage }: VisionCase, knowledge: Knowledge): number | null {
  const tower = run.placed.language?.visionParametersMillions;
  const peak = halfPrecisionPeak(run.board);
  const perToken = knowledge.assumption("patches-per-image-token").value;
  if (!tower || !peak) return null;
  return (1000 * 2 * tower * 1e6 * tokensPerImage * perToken * run.row.concurrency) / peak;
}

/** Encoding images. */
export const visionTimes: Quantity<VisionCase> = {
  id: "vision",
  title: "Vision encoder",
  unit: "ms",
  bar: null,
  fitted: true,
  cases: visionCases,
  estimate,
  peers: { "naive roofline": roofline },
};
