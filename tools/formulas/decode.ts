import type { Bytes, BytesPerSecond, Hertz, TokensPerSecond } from "../../knowledge/units.ts";

/** What one decoding pass does for all its sequences together. */
export type Pass = {
  /** Weights read once by all sequences, drafts included. */
  weightBytes: Bytes;
  /** Cache and state read for each sequence. */
  sequenceBytes: Bytes;
  /** Weights that one token is multiplied with. */
  weights: number;
  layers: number;
  /** Layers that route tokens to experts. */
  mixtureLayers: number;
  sequences: number;
  acceptedTokens: number;
};

/** What the board gives in its power mode. */
export type Machine = {
  /** Bandwidth that the GPU can use in this mode. */
  bandwidth: BytesPerSecond;
  /** Clock of the GPU. */
  clock: Hertz;
  /** Clock × cores that are switched on. */
  coreClock: Hertz;
};

/** What a pass costs an engine beside its bytes; zero for what does not occur. */
export type PassCosts = {
  /** Time to stream bytes, against the bandwidth's ideal; 1 would be perfect. */
  streamFactor: number;
  /** GPU cycles for each layer: its kernels have to be launched. */
  layerCycles: number;
  /** Further GPU cycles for each layer that routes to experts. */
  mixtureCycles: number;
  /** Core cycles for each weight that has to be widened before it is multiplied. */
  weightCycles: number;
  /** Core cycles for each byte of cache. */
  cacheCycles: number;
  /** Core cycles for each weight and each sequence beyond the first. */
  batchCycles: number;
};

/** What the time of a pass goes into, in seconds. */
export type PassTime = { streaming: number; layers: number; compute: number };

/** No stream can decode faster: bandwidth × accepted tokens ÷ bytes that a pass of it alone must read. */
export function ceilingSpeed(alone: Pass, bandwidth: BytesPerSecond): TokensPerSecond {
  return (bandwidth * alone.acceptedTokens) / (alone.weightBytes + alone.sequenceBytes);
}

/**
 * Seconds of a pass: bytes at the bandwidth reached, kernels of each layer at the GPU's clock, and
 * arithmetic that cannot hide behind them at the clock of all cores. Linear in the costs, so that they
 * can be fitted to measured runs.
 */
export function passTime(pass: Pass, machine: Machine, costs: PassCosts): PassTime {
  const cacheBytes = pass.sequences * pass.sequenceBytes;
  const layerCycles = pass.layers * costs.layerCycles + pass.mixtureLayers * costs.mixtureCycles;
  const coreCycles =
    pass.weights * (costs.weightCycles + (pass.sequences - 1) * costs.batchCycles) +
    cacheBytes * costs.cacheCycles;
  return {
    streaming: (costs.streamFactor * (pass.weightBytes + cacheBytes)) / machine.bandwidth,
    layers: layerCycles / machine.clock,
    compute: coreCycles / machine.coreClock,
  };
}

/** Seconds of a pass in all. */
export function passSeconds(pass: Pass, machine: Machine, costs: PassCosts): number {
  const { streaming, layers, compute } = passTime(pass, machine, costs);
  return streaming + layers + compute;
}

/** Tokens a second of all streams together. */
export function decodeSpeed(pass: Pass, machine: Machine, costs: PassCosts): TokensPerSecond {
  return (pass.sequences * pass.acceptedTokens) / passSeconds(pass, machine, costs);
}

/** The most that streams together reach on an engine that batches little: one alone × streams ^ exponent. */
export function grownSpeed(alone: TokensPerSecond, sequences: number, exponent: number): TokensPerSecond {
  return alone * sequences ** exponent;
}
