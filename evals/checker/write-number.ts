import type { Fact } from "../../tools/facts.ts";

/** Languages the corpus is written in. */
export type Language = "en" | "de" | "fr" | "es" | "zh" | "ja";

/** How a number is written: unit and digits are chosen, the rest follows from the language. */
export type Style = {
  language: Language;
  /** "other" is MB for GB and the other way round, "binary" GiB. */
  unit: "own" | "other" | "binary";
  /** Digits fewer than the tool shows. */
  coarser: number;
  spelling: number;
};

/** A number as written: its text and what the text says, in base units. */
export type Written = { text: string; value: number; step: number; unit: string; isNegative: boolean };

const speedUnits: Readonly<Record<Language, readonly string[]>> = {
  en: ["tok/s", "tokens per second", "tokens/s", "t/s", "tok/sec"],
  de: ["Token/s", "Tokens pro Sekunde", "tok/s"],
  fr: ["jetons/s", "tokens par seconde", "tok/s"],
  es: ["tokens por segundo", "tok/s"],
  zh: ["词元/秒", "tokens/秒", "tok/s"],
  ja: ["トークン/秒", "tok/s"],
};

const decimals = { comma: ["de", "fr", "es"], fixed: ["fr"] } as const;

function isComma(language: Language): boolean {
  return decimals.comma.some((one) => one === language);
}

/** Digits as the language groups and parts them. */
function digitsOf(amount: number, places: number, language: Language): string {
  const [whole = "", fraction] = Math.abs(amount).toFixed(places).split(".");
  const separator = language === "fr" ? "\u202f" : language === "de" || language === "es" ? "." : ",";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  return fraction === undefined ? grouped : `${grouped}${isComma(language) ? "," : "."}${fraction}`;
}

function byteUnit(bytes: number, unit: Style["unit"]): [string, number] {
  const isLarge = Math.abs(bytes) >= 0.9995e9;
  if (unit === "binary") return isLarge ? ["GiB", 2 ** 30] : ["MiB", 2 ** 20];
  const wantsLarge = unit === "other" ? !isLarge : isLarge;
  return wantsLarge ? ["GB", 1e9] : ["MB", 1e6];
}

function scaleOf(fact: Fact, style: Style): { written: string; factor: number } {
  const { value, unit } = fact;
  if (unit === "B") {
    const [written, factor] = byteUnit(value, style.unit);
    return { written, factor };
  }
  if (unit === "tok/s") {
    const spellings = speedUnits[style.language];
    return { written: spellings[style.spelling % spellings.length] ?? "tok/s", factor: 1 };
  }
  if (unit === "ms")
    return Math.abs(value) < 999.5 ? { written: "ms", factor: 1 } : { written: "s", factor: 1000 };
  if (unit === "B/s") return { written: "GB/s", factor: 1e9 };
  return { written: unit, factor: 1 };
}

/** Decimal places that show three digits of an amount, as the tools do, less the digits left out. */
function placesOf(amount: number, { unit, display }: Fact, coarser: number, isOwnUnit: boolean): number {
  const shown = /\.(\d+)/.exec(display)?.[1]?.length ?? 0;
  const size = Math.abs(amount);
  const three = size >= 99.5 ? 0 : size >= 9.95 ? 1 : size >= 0.995 ? 2 : 3;
  const places = isOwnUnit ? shown : unit === "B" ? three : shown;
  return Math.max(0, places - coarser);
}

/** Writes a fact's value; the text, read by its own digits and unit, says `value` to within half a `step`. */
export function writeNumber(fact: Fact, style: Style): Written {
  const { written, factor } = scaleOf(fact, style);
  const amount = fact.value / factor;
  const own = fact.unit !== "B" || fact.display.includes(` ${written}`);
  const places = placesOf(amount, fact, style.coarser, own);
  const digits = digitsOf(amount, places, style.language);
  const space = style.language === "fr" ? "\u00a0" : " ";
  return {
    text: `${digits}${space}${written}`,
    value: Number(Math.abs(amount).toFixed(places)) * factor,
    step: factor * 10 ** -places,
    unit: fact.unit,
    isNegative: false,
  };
}
