import type { Bytes, BytesPerSecond, Milliseconds, TokensPerSecond } from "../../knowledge/units.ts";

/** What one decoding pass of one stream moves. */
export type Pass = {
  weightBytes: Bytes;
  /** Cache and state read for one sequence. */
  sequenceBytes: Bytes;
  sequences: number;
  acceptedTokens: number;
};

/** What the board and the engine give. */
export type Machine = {
  /** Bandwidth of the power mode. */
  bandwidth: BytesPerSecond;
  /** Share of the bandwidth that the engine reaches with this format and these clocks. */
  efficiency: number;
  overhead: Milliseconds;
  /** All streams together do as much as one times their number to this power. */
  concurrencyExponent: number;
};

/** No stream can decode faster: bandwidth × accepted tokens ÷ bytes that one pass must read. */
export function ceilingSpeed(pass: Pass, bandwidth: BytesPerSecond): TokensPerSecond {
  return (bandwidth * pass.acceptedTokens) / (pass.weightBytes + pass.sequenceBytes);
}

/** Seconds of one pass of one stream: bytes ÷ reached bandwidth, plus a fixed overhead. */
export function passSeconds(pass: Pass, machine: Machine): { memory: number; overhead: number } {
  return {
    memory: (pass.weightBytes + pass.sequenceBytes) / (machine.efficiency * machine.bandwidth),
    overhead: machine.overhead / 1000,
  };
}

/** Tokens a second of one stream among all, and of all: one alone × sequences ^ exponent of the engine. */
export function decodeSpeed(
  pass: Pass,
  machine: Machine,
): { perStream: TokensPerSecond; aggregate: TokensPerSecond } {
  const { memory, overhead } = passSeconds(pass, machine);
  const alone = pass.acceptedTokens / (memory + overhead);
  const aggregate = alone * pass.sequences ** machine.concurrencyExponent;
  return { perStream: aggregate / pass.sequences, aggregate };
}
