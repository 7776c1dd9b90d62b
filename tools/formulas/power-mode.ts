import type { Device, PowerMode } from "../../knowledge/schema.ts";
import type { BytesPerSecond, Hertz } from "../../knowledge/units.ts";

/** Bandwidth and share of the GPU that a power mode leaves. */
export type ModeLimits = { bandwidth: BytesPerSecond | undefined; gpuShare: number };

/** Reads a mode against the board's best: share of units × share of clock for the GPU. */
export function modeLimits(device: Pick<Device, "bandwidth" | "gpu">, mode: PowerMode | null): ModeLimits {
  const clock = mode?.gpuClock && device.gpu.maxClock ? mode.gpuClock / device.gpu.maxClock : 1;
  return {
    bandwidth: mode?.bandwidth ?? device.bandwidth,
    gpuShare: Math.min(1, clock) * (mode?.gpuShare ?? 1),
  };
}

/**
 * Bandwidth that a slowed GPU can still use: so many bytes for each cycle of a core, never less than its share of the
 * board's bandwidth and never more than the mode's. A whole GPU uses all of it.
 */
export function usableBandwidth(
  full: BytesPerSecond,
  { bandwidth = full, gpuShare }: ModeLimits,
  coreClock: Hertz,
  bytesPerCoreCycle: number,
): BytesPerSecond {
  return Math.min(bandwidth, Math.max(full * gpuShare, bytesPerCoreCycle * coreClock));
}
