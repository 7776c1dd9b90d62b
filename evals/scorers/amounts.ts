/** Units that an amount is compared in. */
export type AmountUnit = "B" | "B/s" | "tok/s" | "ms" | "W" | "USD";

/** An amount as it stands in a text: what it may mean in its base unit, and how much its last digit stands for. */
export type Amount = {
  text: string;
  start: number;
  end: number;
  unit: AmountUnit;
  readings: readonly { value: number; step: number }[];
};

/** No plain bytes: the B of "7B" is a billion parameters. */
const factors: Readonly<Record<string, readonly [AmountUnit, number]>> = {
  KB: ["B", 1e3],
  MB: ["B", 1e6],
  GB: ["B", 1e9],
  TB: ["B", 1e12],
  KiB: ["B", 2 ** 10],
  MiB: ["B", 2 ** 20],
  GiB: ["B", 2 ** 30],
  TiB: ["B", 2 ** 40],
  "MB/s": ["B/s", 1e6],
  "GB/s": ["B/s", 1e9],
  "TB/s": ["B/s", 1e12],
  "GiB/s": ["B/s", 2 ** 30],
  "tok/s": ["tok/s", 1],
  "tokens/s": ["tok/s", 1],
  "tokens per second": ["tok/s", 1],
  ms: ["ms", 1],
  s: ["ms", 1000],
  W: ["W", 1],
  USD: ["USD", 1],
};

const units = Object.keys(factors).sort((a, b) => b.length - a.length);
const number = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?`;
const pattern = new RegExp(
  String.raw`(?<![\w.,/#-])(?:(?<dollars>(?:US)?\$)\s?(?<price>${number})|(?<digits>${number})[\s\u00a0]?(?<unit>${units.join("|")}))(?![\w/]|[.,]\d)`,
  "g",
);
const vague = /(?:about|around|some|roughly|nearly|almost|over|under|~|≈|etwa|environ|unos)[\s*_]*$/i;

/** A comma before three digits may group them or, in other languages, be the decimal sign; before others it is that. */
function readingsOf(digits: string): { value: number; step: number }[] {
  const forms = /,\d{3}(?:\D|$)/.test(digits)
    ? [digits.replaceAll(",", ""), ...(/^\d+,\d{3}$/.test(digits) ? [digits.replace(",", ".")] : [])]
    : [digits.replace(",", ".")];
  return forms.map((form) => ({ value: Number(form), step: 10 ** -(form.split(".")[1]?.length ?? 0) }));
}

/** "About 50" may stand for what is between 45 and 55. */
function roundedStep(digits: string, before: string): number {
  const zeros = /^\d+?(0+)$/.exec(digits)?.[1]?.length ?? 0;
  return vague.test(before) ? 10 ** zeros : 1;
}

/** Every amount with a unit in a text, by a plain pattern that knows no context: it shares nothing with the checker. */
export function findAmounts(text: string): Amount[] {
  return [...text.matchAll(pattern)].flatMap((match): Amount[] => {
    const { digits = match.groups?.price ?? "", unit = "USD" } = match.groups ?? {};
    const [base, factor] = factors[unit] ?? [];
    if (base === undefined || factor === undefined) return [];
    const wider = roundedStep(digits, text.slice(Math.max(0, match.index - 12), match.index));
    const readings = readingsOf(digits).map(({ value, step }) => ({
      value: value * factor,
      step: step * wider * factor,
    }));
    const { index: start, 0: written } = match;
    return [{ text: written, start, end: start + written.length, unit: base, readings }];
  });
}

const slack = 1e-9;

/** True where an amount shows a value at its own rounding; a minus is said in words as often as in signs. */
export function shows({ readings }: Pick<Amount, "readings">, value: number): boolean {
  const size = Math.abs(value);
  return readings.some((reading) => Math.abs(reading.value - size) <= reading.step / 2 + size * slack);
}
