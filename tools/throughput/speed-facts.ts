import type { FactBook } from "../facts.ts";
import type { Placed } from "../placement/workload.ts";
import type { Prediction } from "./prediction.ts";
import type { Range } from "./range.ts";

/** The speed in the mode the board is shipped in, where that is not the one estimated. */
export type Shipped = { powerMode: string; decodeTokensPerSecond: Range };

type Unit = "tok/s" | "ms";

/** A figure with the words and facts that it was computed with, and the facts with the widths of its interval. */
type Speed = {
  id: string;
  label: string;
  range: Range | null;
  unit: Unit;
  formula: string;
  inputs: readonly string[];
  intervals: readonly string[];
};

function addSpeed(book: FactBook, { id, label, range, unit, formula, inputs, intervals }: Speed): void {
  if (!range) return;
  const ends = [id, ...intervals];
  book.computed(id, { label, value: range.expected, unit }, formula, [...inputs]);
  const low = { label: `${label}, low end of 90 %`, value: range.low, unit };
  book.computed(`${id}-low`, low, "expected ÷ (1 + the wider half-width)", ends);
  const high = { label: `${label}, high end of 90 %`, value: range.high, unit };
  book.computed(`${id}-high`, high, "expected × (1 + the wider half-width), at most the ceiling", ends);
}

/** The ids of the facts of measured runs. */
export function measuredIds(runs: readonly { id: string }[]): string[] {
  return runs.map(({ id }) => `measured-${id}`);
}

/** The fact with what co-tenants leave, where there are any. */
function shareOf({ basis }: Prediction): string[] {
  return basis && basis.share !== 1 ? ["share"] : [];
}

const passTime =
  "stream factor × bytes ÷ bandwidth + layer cycles ÷ clock + core cycles ÷ (cores × clock) + drafting";

/** One stream's speed: what runs of this configuration measured, else by the time of a pass of all streams. */
function decodeOf({ concurrency }: Placed, prediction: Prediction): Speed {
  const { basis, decodeTokensPerSecond } = prediction;
  const share = shareOf(prediction);
  const left = share.length > 0 ? ", × share left" : "";
  const grown =
    concurrency > 1 && basis?.engine.growthExponent !== null
      ? ", of all streams at most one alone × streams ^ exponent of the engine"
      : "";
  const decode = {
    id: "decode",
    label: "decode speed of one stream",
    range: decodeTokensPerSecond,
    unit: "tok/s",
    intervals: ["interval"],
  } as const;
  if (basis && basis.matches.length > 0)
    return {
      ...decode,
      formula: `median of the measured runs, at most the ceiling${left}`,
      inputs: [...measuredIds(basis.matches), "ceiling", ...share],
    };
  return {
    ...decode,
    formula: `accepted tokens ÷ (${passTime})${grown}, at most the ceiling${left}`,
    inputs: ["streamed", "bandwidth", "ceiling", ...share],
  };
}

function promptSpeeds(prediction: Prediction): Speed[] {
  const { prefillTokensPerSecond, timeToFirstTokenMs, visionMs } = prediction;
  const share = shareOf(prediction);
  const images = visionMs ? ["vision"] : [];
  return [
    {
      id: "prefill",
      label: "prompt speed",
      range: prefillTokensPerSecond,
      unit: "tok/s",
      formula:
        "tokens of prompt and images ÷ (overhead + streaming × weights ÷ bandwidth + arithmetic × operations ÷ dense peak + values and state ÷ bandwidth)",
      inputs: ["bandwidth", ...share],
      intervals: ["prompt-interval"],
    },
    {
      id: "first-token",
      label: "time to the first token",
      range: timeToFirstTokenMs,
      unit: "ms",
      formula: "(images + tokens ÷ prompt speed) × mean share of them that a sequence waits for",
      inputs: ["prefill", ...images],
      intervals: ["prompt-interval", ...(visionMs ? ["vision-interval"] : [])],
    },
    {
      id: "vision",
      label: "time to encode the images",
      range: visionMs,
      unit: "ms",
      formula: "overhead + arithmetic × 2 × tower parameters × patches × (1 + attention) ÷ dense 16-bit peak",
      inputs: share,
      intervals: ["vision-interval"],
    },
  ];
}

/** The facts of all speeds and times, each with both ends of its interval. */
export function addSpeedFacts(
  book: FactBook,
  placed: Placed,
  prediction: Prediction,
  shipped: Shipped | null,
): void {
  const decode = decodeOf(placed, prediction);
  const speeds: Speed[] = [
    decode,
    {
      ...decode,
      id: "aggregate",
      label: "decode speed of all streams",
      range: prediction.aggregateTokensPerSecond,
      formula: "speed of one stream × streams",
      inputs: ["decode"],
    },
    ...promptSpeeds(prediction),
    {
      ...decode,
      id: "shipped",
      label: `decode speed as shipped in ${shipped?.powerMode}`,
      range: shipped?.decodeTokensPerSecond ?? null,
      formula: "the decode speed in that mode, estimated alike",
      inputs: [],
      intervals: [],
    },
  ];
  for (const speed of speeds) addSpeed(book, speed);
}
