import type { Measurement } from "../../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { estimateThroughput, ThroughputInput } from "../../../tools/estimate-throughput.ts";
import { aggregateSpeed, type Run, runContext, usableRuns } from "../../runs.ts";
import { speedPeers } from "../peers/speed.ts";
import type { Case, Estimated, Quantity } from "../quantity.ts";

/** A measured speed of one stream or of several together, in tok/s. */
export type SpeedCase = Case & { run: Run };

/** The configuration of a run in words. */
export function runLabel({ board, placed, row }: Run): string {
  const { name, mode } = board;
  const parts = [name, row.powerMode && mode?.name, placed.subject.name, placed.quantization.value.name];
  const load = [row.concurrency > 1 ? `${row.concurrency} streams` : undefined, row.speculation];
  return [...parts, placed.runtime.value.name, ...load].filter((part) => part !== undefined).join(", ");
}

/** The question to estimate-throughput that a run answers. */
export function speedQuestion(row: Measurement, knowledge: Knowledge): ThroughputInput {
  const { device, powerMode, model, quantization, runtime, concurrency, acceptedTokensPerPass } = row;
  const [method = "speculative"] = (row.speculation ?? "").split(" (");
  return ThroughputInput.parse({
    device,
    powerMode,
    model,
    quantization,
    runtime,
    concurrency,
    contextTokens: runContext(row, knowledge),
    ...(row.speculation && { speculativeDecoding: { method, acceptedTokensPerPass } }),
  });
}

async function estimateSpeed({ run: { row } }: SpeedCase, knowledge: Knowledge): Promise<Estimated | null> {
  const result = await estimateThroughput.run(speedQuestion(row, knowledge), knowledge);
  const { aggregateTokensPerSecond, ceilingTokensPerSecond, interval } = result;
  if (!aggregateTokensPerSecond || ceilingTokensPerSecond === null) return null;
  return { ...aggregateTokensPerSecond, ceiling: ceilingTokensPerSecond * row.concurrency, interval };
}

function speedCases(knowledge: Knowledge, isWanted: (row: Measurement) => boolean): SpeedCase[] {
  return usableRuns(knowledge, ["decode", "aggregate"])
    .filter(({ row }) => isWanted(row))
    .map((run) => ({
      id: run.row.id,
      model: run.row.model,
      source: run.row.source,
      label: runLabel(run),
      measured: aggregateSpeed(run.row),
      run,
    }));
}

function speedQuantity(
  id: string,
  title: string,
  bar: Quantity["bar"],
  isWanted: (row: Measurement) => boolean,
): Quantity<SpeedCase> {
  return {
    id,
    title,
    unit: "tok/s",
    bar,
    fitted: true,
    cases: (knowledge) => speedCases(knowledge, isWanted),
    estimate: estimateSpeed,
    peers: speedPeers,
  };
}

const edge = "tensorrt-edge-llm";
const isPlain = ({ speculation }: Measurement) => speculation === undefined;
const hasAcceptance = ({ speculation, acceptedTokensPerPass }: Measurement) =>
  speculation !== undefined && acceptedTokensPerPass !== undefined;

/** Decoding: one stream on TensorRT Edge-LLM and on other engines, eight streams, and speculative. */
export const decodeQuantities: readonly Quantity<SpeedCase>[] = [
  speedQuantity(
    "decode-edge-llm",
    "Decode, one stream, TensorRT Edge-LLM",
    { medianError: 0.04, p90Error: 0.1 },
    (row) => row.concurrency === 1 && isPlain(row) && row.runtime === edge,
  ),
  speedQuantity(
    "decode-other",
    "Decode, one stream, other engines",
    { medianError: 0.12 },
    (row) => row.concurrency === 1 && isPlain(row) && row.runtime !== edge,
  ),
  speedQuantity(
    "decode-batch",
    "Decode, eight streams",
    { medianError: 0.2 },
    (row) => row.concurrency === 8 && isPlain(row),
  ),
  speedQuantity(
    "speculative",
    "Speculative decoding given its acceptance, one stream",
    { medianError: 0.15 },
    (row) => row.concurrency === 1 && hasAcceptance(row),
  ),
  speedQuantity(
    "speculative-batch",
    "Speculative decoding given its acceptance, eight streams",
    { medianError: 0.15 },
    (row) => row.concurrency === 8 && hasAcceptance(row),
  ),
];
