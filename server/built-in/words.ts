/** A word of a question with its place in the text. */
export type Word = { text: string; start: number; end: number };

/** A stretch of a question. */
export type Span = { start: number; end: number };

const numberWords: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  dozen: 12,
};

/** The words of a text; punctuation at their ends is left out, inside a name it stays. A plus sign parts two names. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/(?:[^\s,;?!()"'’“”+]|\+(?!\p{L}))+/gu)].flatMap((match) => {
    const word = match[0].replace(/[.:]+$/, "");
    return word === "" ? [] : [{ text: word, start: match.index, end: match.index + word.length }];
  });
}

const scales = { k: 1e3, m: 1e6, million: 1e6, billion: 1e9 } as const;

function scaleOf(suffix: string): number {
  return Object.entries(scales).find(([name]) => name === suffix.toLowerCase())?.[1] ?? 1;
}

/** A count written as digits or as a word up to twelve: "2,000", "32k", "1 million", "1e6", "two". */
export function parseCount(text: string): number | undefined {
  const word = numberWords[text.toLowerCase()];
  if (word !== undefined) return word;
  const match =
    /^(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<fraction>\.\d+)?(?<exponent>e\d{1,2})?\s*(?<scale>k|M|million|billion)?$/i.exec(
      text.trim(),
    );
  if (!match?.groups) return undefined;
  const { digits = "", fraction = "", exponent = "", scale = "" } = match.groups;
  return Number(`${digits.replaceAll(",", "")}${fraction}${exponent}`) * scaleOf(scale);
}

/** True when two stretches share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A text with stretches of it blanked, so that the places of all others stay. */
export function blanked(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
    text,
  );
}
