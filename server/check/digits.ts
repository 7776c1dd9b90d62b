/** One way to read the digits of a text, and how much one step of the last digit is. */
export type Reading = { value: number; step: number };

/** Digits with the marks that may stand between them: 1,234.5, 1.234,5, 1'234, 1 234 with a space that may not break. */
export const digitsPattern = String.raw`\d+(?:[.,'\u00a0]\d+)*`;

function decimal(whole: string, fraction: string): Reading {
  return { value: Number(`${whole}.${fraction}`), step: 10 ** -fraction.length };
}

const whole = (digits: string): Reading => ({ value: Number(digits), step: 1 });

function areGroups([first = "", ...rest]: readonly string[]): boolean {
  return first.length <= 3 && first !== "0" && rest.every((group) => group.length === 3);
}

/** Readings of digits with one mark between them. */
function readPair(first: string, mark: string, last: string, isDecimalComma: boolean): Reading[] {
  if (mark === "'" || mark === "\u00a0") return areGroups([first, last]) ? [whole(first + last)] : [];
  if (!areGroups([first, last])) return [decimal(first, last)];
  const grouped = whole(first + last);
  const fraction = decimal(first, last);
  if (isDecimalComma) return mark === "," ? [fraction, grouped] : [grouped, fraction];
  return mark === "," ? [grouped] : [fraction];
}

/** What the digits of a text may mean, the likeliest first; empty where they are a version such as 36.4.7. */
export function readDigits(text: string, isDecimalComma: boolean): Reading[] {
  const groups = text.split(/[.,'\u00a0]/);
  const marks = text.replace(/\d/g, "");
  const [first = "", last = ""] = groups;
  if (marks.length === 0) return [whole(text)];
  if (marks.length === 1) return readPair(first, marks, last, isDecimalComma);
  const same = [...marks].every((mark) => mark === marks[0]);
  if (same) return areGroups(groups) ? [whole(groups.join(""))] : [];
  const inner = marks.slice(0, -1);
  const sameInner = [...inner].every((mark) => mark === inner[0]);
  const fraction = groups.at(-1) ?? "";
  const isFraction = sameInner && !inner.includes(marks.at(-1) ?? "") && areGroups(groups.slice(0, -1));
  return isFraction ? [decimal(groups.slice(0, -1).join(""), fraction)] : [];
}
