import { z } from "zod";
import { ClaimMetric, metricUnit, parseClaimed } from "../../knowledge/claim-schema.ts";
import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { Reference } from "../placement/subject.ts";
import { WorkloadInput } from "../placement/workload.ts";

const figure = z.union([z.number(), z.string().max(100)]);

/** A claimed figure and the configuration it is claimed for. */
export const ClaimInput = z.strictObject({
  device: Reference.optional().describe("board, for example agx-orin-64gb"),
  powerMode: z.string().max(200).optional().describe("nvpmodel name such as MAXN or 30W"),
  ...WorkloadInput.omit({ streams: true }).partial().shape,
  promptTokens: WorkloadInput.shape.contextTokens.describe(
    "tokens of the prompt, for times and prompt speed",
  ),
  metric: ClaimMetric.describe("decode, aggregate, prefill, memory, weights, kv-cache, bandwidth, price …"),
  value: figure
    .optional()
    .describe('number in tok/s, ms, bytes, USD … or text such as "52 tok/s" or "5.5 GB"'),
  text: z.string().max(100).optional().describe("the same as a text value"),
  upTo: figure.optional().describe("the other end, where a range is claimed"),
  circumstance: z
    .string()
    .max(100)
    .optional()
    .describe("what sets it apart from other figures of the configuration: a cold start, a peak"),
  kind: z.enum(["kit", "module", "board"]).optional().describe("what a price is for"),
  quotient: z
    .tuple([z.number(), z.number().positive()])
    .optional()
    .describe("for a ratio: the two figures it should follow from, one over the other"),
  source: z.string().max(100).optional().describe("id of the document that claims it, if it is one of ours"),
});
export type ClaimInput = z.infer<typeof ClaimInput>;

/** A claimed amount in the base unit of its metric; both ends are one where one figure is claimed. */
export type Claimed = { low: number; high: number };

/** Nothing on record comes near it, in whatever unit. */
const largestClaim = 1e21;

function read(value: string | number, metric: ClaimMetric): number {
  const amount = parseClaimed(value, metric);
  if (amount !== undefined && amount >= 0 && amount <= largestClaim) return amount;
  const unit = metricUnit(metric);
  throw new AppError(
    "invalid-input",
    `Cannot read the claimed value "${value}": wanted ${unit === "1" ? "a plain number" : `an amount in ${unit}`}.`,
  );
}

/** An id that no source has is answered with the documents whose claims are on record. */
export function checkSource({ source }: Pick<ClaimInput, "source">, knowledge: Knowledge): void {
  if (source === undefined || knowledge.findSource(source)) return;
  const candidates = [...new Set(knowledge.claims().map((claim) => claim.source))];
  throw new AppError(
    "unknown-id",
    `Cannot find the source "${source}": documents with claims are ${candidates.join(", ")}.`,
    { candidates },
  );
}

/** Reads the claimed figure, as a number in the metric's base unit or as text with its unit. */
export function toClaimed({ value, text, upTo, metric }: ClaimInput): Claimed {
  const given = value ?? text;
  if (given === undefined)
    throw new AppError("invalid-input", 'Cannot check a claim without its figure: give "value" or "text".');
  const one = read(given, metric);
  const other = upTo === undefined ? one : read(upTo, metric);
  return { low: Math.min(one, other), high: Math.max(one, other) };
}
