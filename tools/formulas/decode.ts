import type { Bytes, BytesPerSecond, Milliseconds, TokensPerSecond } from "../../knowledge/units.ts";

/** What one decoding pass moves and computes. */
export type Pass = {
  weightBytes: Bytes;
  /** Cache and state read for one sequence. */
  sequenceBytes: Bytes;
  sequences: number;
  acceptedTokens: number;
  /** Floating-point operations for one token of one sequence. */
  operationsPerToken: number;
};

/** What the board and the engine give. */
export type Machine = {
  /** Bandwidth of the power mode. */
  bandwidth: BytesPerSecond;
  /** Share of the bandwidth that the engine reaches with this format and these clocks. */
  efficiency: number;
  overhead: Milliseconds;
  /** Operations a second reached on batches; undefined where nobody states the compute. */
  operationsPerSecond: number | undefined;
};

/** No stream can decode faster: bandwidth × accepted tokens ÷ bytes that one pass must read. */
export function ceilingSpeed(pass: Pass, bandwidth: BytesPerSecond): TokensPerSecond {
  return (bandwidth * pass.acceptedTokens) / (pass.weightBytes + pass.sequenceBytes);
}

/** Seconds of one pass: bytes ÷ reached bandwidth, plus the batch's arithmetic, plus a fixed overhead. */
export function passSeconds(
  pass: Pass,
  machine: Machine,
): { memory: number; compute: number; overhead: number } {
  const bytes = pass.weightBytes + pass.sequences * pass.sequenceBytes;
  const extraTokens = pass.sequences * pass.acceptedTokens - 1;
  const operations = extraTokens * pass.operationsPerToken;
  return {
    memory: bytes / (machine.efficiency * machine.bandwidth),
    compute: machine.operationsPerSecond ? operations / machine.operationsPerSecond : 0,
    overhead: machine.overhead / 1000,
  };
}

/** Tokens a second of one stream and of all, from the seconds of a pass. */
export function decodeSpeed(
  pass: Pass,
  machine: Machine,
): { perStream: TokensPerSecond; aggregate: TokensPerSecond } {
  const { memory, compute, overhead } = passSeconds(pass, machine);
  const perStream = pass.acceptedTokens / (memory + compute + overhead);
  return { perStream, aggregate: perStream * pass.sequences };
}
