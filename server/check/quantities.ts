import type { Fact } from "../../tools/facts.ts";

const parts = /^(?:weights|host|kv-cache|state|draft|compute|runtime|streams|cache|os|reserve)$/;

/** Families of ids that carry more than a number behind their name. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^measured[.-]/, "measured"],
  [/^total-at-/, "total"],
  [/^(?:unit-)?price[.-]/, "price"],
  [/^unit-price$/, "price"],
  [/^(?:power[.-]|watts-|power-budget$)/, "power-budget"],
  [/^lowest-power/, "lowest-power"],
  [/^memTotal$/, "available"],
  [/^memory$/, "sold"],
  [/^given\./, "given"],
  [/^(?:on-record|bandwidth)/, "bandwidth"],
];

/** Which amount a fact states, and which end of its interval: "decode" and "low" for "2.decode-low-3". */
export function quantityOf({ id, unit, label }: Fact): { quantity: string; end: "low" | "high" | undefined } {
  const own = id.replace(/^\d+\./, "");
  const family = families.find(([pattern]) => pattern.test(own))?.[1];
  if (family === "measured") return { quantity: measuredQuantity(unit, label), end: undefined };
  if (family) return { quantity: family, end: undefined };
  const rule = /^rule-(?:low|high)$/.test(own);
  const end = /-(low|high)(?:-\d+)?$/.exec(own)?.[1];
  const bare = own.replace(/-\d+$/, "").replace(rule ? /$^/ : /-(?:low|high)$/, "");
  const quantity = bare === "vision" ? (unit === "ms" ? "vision-time" : "vision-tower") : bare;
  return { quantity, end: !rule && (end === "low" || end === "high") ? end : undefined };
}

function measuredQuantity(unit: Fact["unit"], label: string): string {
  if (unit === "tok/s") return /prefill|prompt/.test(label) ? "measured-prefill" : "measured";
  return unit === "B" ? "measured-memory" : `measured-${unit}`;
}

/** True for a line of the ledger. */
export function isPart(quantity: string): boolean {
  return parts.test(quantity) || quantity === "vision-tower";
}
