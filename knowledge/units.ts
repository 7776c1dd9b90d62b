/** Quantities of records and results. Base units: bytes, bytes per second, watts, hertz, US dollars. */

declare const unit: unique symbol;
type Quantity<Unit extends string> = number & { readonly [unit]?: Unit };

/** A size in bytes. */
export type Bytes = Quantity<"B">;
/** A bandwidth in bytes per second. */
export type BytesPerSecond = Quantity<"B/s">;
/** A speed in tokens per second. */
export type TokensPerSecond = Quantity<"tok/s">;
/** A duration in milliseconds. */
export type Milliseconds = Quantity<"ms">;
/** A power in watts. */
export type Watts = Quantity<"W">;
/** A clock frequency in hertz. */
export type Hertz = Quantity<"Hz">;
/** An amount of money in US dollars. */
export type Dollars = Quantity<"USD">;
/** An energy in watt-hours. */
export type WattHours = Quantity<"Wh">;
/** An energy in joules. */
export type Joules = Quantity<"J">;

const byteFactors = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
} as const;

const factors = {
  B: byteFactors,
  "B/s": { "B/s": 1, "MB/s": 1e6, "GB/s": 1e9, "GiB/s": 2 ** 30 },
  W: { mW: 1e-3, W: 1 },
  Hz: { MHz: 1e6, GHz: 1e9 },
  USD: { USD: 1 },
  ms: { ms: 1, s: 1000 },
  "tok/s": { "tok/s": 1 },
  "op/s": { TOPS: 1e12, TFLOPS: 1e12 },
} as const;

/** The base units that a record can state. */
export type BaseUnit = keyof typeof factors;

/** One mebibyte in bytes. */
export const MIB: Bytes = 2 ** 20;
/** One gibibyte in bytes. */
export const GIB: Bytes = 2 ** 30;

/**
 * Reads a quantity such as "64 GB", "32 GiB" or "204.8 GB/s" into its base unit.
 * Returns undefined when the text is no quantity of that unit; GB is 10⁹ bytes, GiB is 2³⁰.
 */
export function parseQuantity(text: string, base: BaseUnit): number | undefined {
  const match = /^(?<amount>\d+(?:\.\d+)?) ?(?<unit>[A-Za-z/]+)$/.exec(text.trim());
  const scale: Record<string, number> = factors[base];
  const unit = match?.groups?.unit ?? "";
  const factor = Object.hasOwn(scale, unit) && scale[unit];
  return match && factor ? Number(match.groups?.amount) * factor : undefined;
}

/** The unit names that {@link parseQuantity} accepts for a base unit. */
export function unitNames(base: BaseUnit): string[] {
  return Object.keys(factors[base]);
}

/** Bytes as people write them, in decimal gigabytes or megabytes: 4.66 GB, 235 MB. */
export function formatBytes(bytes: Bytes): string {
  const size = Math.abs(bytes);
  if (size >= 99.5e9) return `${(bytes / 1e9).toFixed(0)} GB`;
  if (size >= 9.95e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  if (size >= 0.9995e9) return `${(bytes / 1e9).toFixed(2)} GB`;
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** A speed below one to two digits, written out: slow is not standing still, and 0.00000012 is not 1.2e-7. */
function smallSpeed(speed: TokensPerSecond): string {
  if (speed <= 0) return "0";
  const decimals = Math.min(100, 1 - Math.floor(Math.log10(speed)));
  return speed.toFixed(decimals).replace(/\.?0+$/, "");
}

/** A speed as people write it: 0.047 tok/s, 3.1 tok/s, 41 tok/s. */
export function formatSpeed(speed: TokensPerSecond): string {
  if (speed < 0.995) return `${smallSpeed(speed)} tok/s`;
  return `${speed < 9.95 ? speed.toFixed(1) : speed.toFixed(0)} tok/s`;
}

/** A duration as people write it: 85 ms, 2.4 s. */
export function formatDuration(duration: Milliseconds): string {
  return duration < 999.5 ? `${duration.toFixed(0)} ms` : `${(duration / 1000).toFixed(1)} s`;
}

/** A bandwidth as people write it: 204.8 GB/s. */
export function formatBandwidth(bandwidth: BytesPerSecond): string {
  return `${Number((bandwidth / 1e9).toFixed(1))} GB/s`;
}

/** A whole number as people write it: 32,768. */
export function formatCount(count: number): string {
  return count < 1000 ? `${count}` : String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A positive number to two digits where it is small, to whole units where it is large: 0.012, 2.3, 42, 1,234. */
function twoDigits(amount: number): string {
  return amount >= 9.95 ? formatCount(Math.round(amount)) : String(Number(amount.toPrecision(2)));
}

/** Below a dollar, money is written to two digits, but to no more than a millionth. */
function smallDollars(amount: Dollars): string {
  const decimals = Math.min(6, 1 - Math.floor(Math.log10(amount)));
  return String(Number(amount.toFixed(decimals)));
}

/** An amount of money as people write it: 3,499 USD, and below 10 USD to the cent or to two digits: 0.012 USD. */
export function formatDollars(amount: Dollars): string {
  if (amount >= 9.995 || amount <= 0 || Number.isInteger(amount))
    return `${formatCount(Math.round(amount))} USD`;
  return `${amount >= 0.995 ? amount.toFixed(2) : smallDollars(amount)} USD`;
}

/** An energy as people write it: 84 Wh, from 1,000 Wh in kWh: 2.3 kWh, 1,577 kWh. */
export function formatEnergy(energy: WattHours): string {
  return energy < 999.5 ? `${twoDigits(energy)} Wh` : `${twoDigits(energy / 1000)} kWh`;
}
