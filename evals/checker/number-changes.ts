import type { Chance } from "./random.ts";
import type { Written } from "./write-number.ts";

/** The text of a number with its digits exchanged; what it then says follows from its digits. */
function withDigits(written: Written, digits: string): Written | null {
  const old = digitsIn(written.text);
  if (!old || old === digits) return null;
  const factor = written.value / (toNumber(old) || 1);
  const value = toNumber(digits) * factor;
  return { ...written, text: written.text.replace(old, digits), value };
}

function digitsIn(text: string): string | undefined {
  return /\d[\d.,'\u00a0\u202f]*/.exec(text)?.[0]?.replace(/[.,\u00a0\u202f]$/, "");
}

/** The places of a number behind its decimal sign are all but three digits, or those behind its last sign. */
function toNumber(digits: string): number {
  const last = /[.,](\d+)$/.exec(digits);
  const isFraction =
    last !== null &&
    ((last[1]?.length ?? 0) !== 3 || (digits.match(/[.,]/g)?.length ?? 0) > 1 || /^0[.,]/.test(digits));
  const bare = digits.replace(/\D/g, "");
  return isFraction ? Number(bare) / 10 ** (last[1]?.length ?? 0) : Number(bare);
}

/** A number with another of its digits. */
export function anotherDigit(written: Written, chance: Chance): Written | null {
  const digits = digitsIn(written.text) ?? "";
  const at = [...digits].flatMap((mark, index) => (/\d/.test(mark) ? [index] : []));
  const place = chance.pick(at);
  const old = Number(digits[place]);
  const made = (old + 1 + chance.below(9)) % 10;
  if (place === 0 && made === 0) return null;
  return withDigits(written, digits.slice(0, place) + made + digits.slice(place + 1));
}

/** A number so many powers of ten larger. */
export function shifted(written: Written, zeros: number): Written | null {
  const digits = digitsIn(written.text) ?? "";
  const fraction = /[.,](\d{1,2})$/.exec(digits)?.[1] ?? "";
  const whole = digits.slice(0, digits.length - (fraction ? fraction.length + 1 : 0)).replace(/\D/g, "");
  const sign = fraction ? digits.charAt(digits.length - fraction.length - 1) : "";
  const moved = (fraction + "0".repeat(zeros)).slice(0, zeros);
  const rest = fraction.slice(zeros);
  const made = Number(whole + moved).toString() + (rest ? sign + rest : "");
  const scale = 10 ** zeros;
  const step = rest || !fraction ? written.step : written.step * 10 ** fraction.length;
  return { ...written, text: written.text.replace(digits, made), value: written.value * scale, step };
}

/** Rounds a number wrongly: one step off at the digits shown. */
export function misrounded(written: Written, chance: Chance): Written | null {
  const digits = digitsIn(written.text) ?? "";
  const last = /\d$/.exec(digits);
  const [, sign = "", fraction = ""] = /([.,])(\d{1,2})$/.exec(digits) ?? [];
  if (!last) return null;
  const by = chance.chance(0.5) ? 1 : -1;
  const bare = Number(digits.replace(/\D/g, "")) + by;
  if (bare <= 0) return null;
  const whole = String(bare).padStart(fraction.length + 1, "0");
  const made = fraction
    ? `${whole.slice(0, -fraction.length)}${sign}${whole.slice(-fraction.length)}`
    : whole;
  return { ...written, text: written.text.replace(digits, made), value: written.value + by * written.step };
}

const staleUnits: readonly (readonly [RegExp, string, string, number])[] = [
  [/GiB$/, "GB", "B", 1e9 / 2 ** 30],
  [/GB$/, "GiB", "B", 2 ** 30 / 1e9],
  [/MB$/, "MiB", "B", 2 ** 20 / 1e6],
];
const otherUnits: readonly (readonly [RegExp, string, string])[] = [
  [
    / ?(?:tok\/s|tokens per second|tokens\/s|t\/s|tok\/sec|Token\/s|Tokens pro Sekunde|jetons\/s|tokens par seconde|tokens por segundo|词元\/秒|tokens\/秒|トークン\/秒)$/,
    " ms",
    "ms",
  ],
  [/ms$/, "s", "ms"],
  [/(?<!\/)s$/, "tok/s", "tok/s"],
  [/GB\/s$/, "GB", "B"],
  [/GB$/, "W", "W"],
  [/MB$/, "GB", "B"],
];

/** Gibibytes for gigabytes or the other way round, with the digits left as they are. */
export function withGibibytes(written: Written): Written | null {
  const rule = staleUnits.find(([pattern]) => pattern.test(written.text));
  if (!rule) return null;
  const [pattern, unit, , factor] = rule;
  return {
    ...written,
    text: written.text.replace(pattern, unit),
    value: written.value * factor,
    step: written.step * factor,
  };
}

/** A number in a unit of something else. */
export function withStaleUnit(written: Written): Written | null {
  const rule = otherUnits.find(([pattern]) => pattern.test(written.text));
  if (!rule) return null;
  const [pattern, text, unit] = rule;
  const factor =
    text === "GB" && unit === "B" && written.unit === "B"
      ? 1000
      : text === "s"
        ? 1000
        : text === "GB"
          ? 1
          : 1e-9;
  return {
    ...written,
    text: written.text.replace(pattern, text),
    unit,
    value: written.value * factor,
    step: written.step * factor,
  };
}
