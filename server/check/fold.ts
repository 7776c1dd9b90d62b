/** No-break and thin spaces, which stand between the groups of a number and before its unit. */
const fixedSpaces = /[\u00a0\u2000-\u200b\u202f\u205f\u3000]/g;
const controls = /(?!\n)\p{Cc}/gu;
const fullWidth = /[\uff01-\uff5e]/g;
/** Underscores around words, as Markdown sets them off; those inside of a name such as Q4_K_M stay. */
const emphasis = /(?<![\p{L}\p{N}_])_+(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.%])_+(?![\p{L}\p{N}_])/gu;
const dashes = /[\u2010\u2011\u2212\ufe63]/g;

/**
 * A text in one spelling, unit by unit as long as the original, so that places in it are places in the original:
 * full-width forms as ASCII, minus signs as "-", spaces that may not break as U+00A0, control characters and underscores
 * around words as spaces.
 */
export function fold(text: string): string {
  return text
    .replace(emphasis, (marks) => " ".repeat(marks.length))
    .replace(fixedSpaces, "\u00a0")
    .replace(controls, " ")
    .replace(fullWidth, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(dashes, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u223c\u301c]/g, "~");
}

const otherLanguage =
  /(?<!\p{L})(?:und|der|die|das|dem|den|ein|eine|einem|hat|ist|wird|belegt|insgesamt|speicher|nutzbaren|für|bei|auf|mit|passt|braucht|nicht|bleiben|frei|etwa|les?|des|du|sur|avec|est|une|pour|reste|tient|faut|los|las|una|con|por|cabe|en|la|el|para|del|il|necesita|ofrece|quedan|unos|libres|faltan|manque)(?!\p{L})/giu;
const decimalComma = /(?<![\d.,])\d+,(?:\d{1,2}|\d{4,})(?!\d|[.,]\d)/g;
const decimalPoint = /(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?!\d|[.,]\d)/g;

/**
 * True where a comma is the decimal sign, as in German, French and Spanish: by the numbers outside of names that leave
 * no doubt, and where there are none by the words of the text.
 */
export function writesDecimalComma(folded: string, isName: (at: number) => boolean): boolean {
  const counts = (pattern: RegExp) =>
    [...folded.matchAll(pattern)].filter(({ index }) => !isName(index)).length;
  const [commas, points] = [counts(decimalComma), counts(decimalPoint)];
  return commas === points ? hasForeignWords(folded) : commas > points;
}

function hasForeignWords(folded: string): boolean {
  return (folded.slice(0, 20_000).match(otherLanguage)?.length ?? 0) >= 2;
}

/** True for words in another language than English. */
export function isForeign(folded: string): boolean {
  return /[\u3040-\u30ff\u4e00-\u9fff]/.test(folded) || hasForeignWords(folded);
}
