/** A stretch of a text as it is read; one that is hidden says in words what stands there unseen. */
export type Stretch = { text: string; isHidden: boolean };

/**
 * Characters that draw nothing: what Unicode ignores by default (tags, zero widths, overrides of direction), notes
 * between lines, and controls but for blanks and line breaks.
 */
const unseen = String.raw`[\p{Default_Ignorable_Code_Point}\u{fff9}-\u{fffb}\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]`;

/** Scripts whose letters are joined or kept apart by characters without a width. */
const joining = [
  "Arabic",
  "Syriac",
  "Mongolian",
  "Nko",
  "Devanagari",
  "Bengali",
  "Gurmukhi",
  "Gujarati",
  "Oriya",
]
  .concat(["Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Khmer", "Myanmar", "Tibetan"])
  .map((script) => String.raw`\p{Script=${script}}`)
  .join("");

/** England, Scotland and Wales: the only flags that are written with tags. */
const flag = String.raw`(?<=\u{1f3f4})\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}`;

/** Unseen characters that writing needs, each where it does its work; one more behind it hides. */
const honest = [
  // Emoji of several parts, such as a family.
  String.raw`(?<=\p{Extended_Pictographic}[\u{fe0f}\p{Emoji_Modifier}]?)\u200d(?=\p{Extended_Pictographic})`,
  String.raw`(?<=[${joining}](?:(?!${unseen})\p{M}){0,8})[\u200c\u200d\u180b-\u180f]`,
  // Which of its forms a character is drawn in.
  String.raw`(?<=[\p{Emoji}\p{Extended_Pictographic}\p{Sm}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\ufe00-\ufe0f]`,
  String.raw`(?<=\p{Script=Han})[\u{e0100}-\u{e01ef}]`,
  // Where a word may be broken.
  String.raw`(?<=\p{L})\u00ad(?=\p{L})`,
  // Marks of direction, which turn nothing around.
  String.raw`(?<!${unseen})[\u200e\u200f\u061c](?!${unseen})`,
].join("|");

/** A flag is passed over whole. */
const hidden = new RegExp(`${flag}|(?<run>(?:(?=${unseen})(?!${honest})${unseen})+)`, "gu");

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Tags are letters in another plane: what they spell is said, since it may be an order to the next model. */
function spelled(characters: readonly string[]): string {
  const codes = characters.map((character) => (character.codePointAt(0) ?? 0) - 0xe0000);
  const letters = codes.filter((code) => code >= 0x20 && code < 0x7f);
  return letters.length > 0 ? `, “${String.fromCodePoint(...letters)}”` : "";
}

/** What stands unseen, in words: ⟨hidden U+202E⟩, ⟨hidden: 6 characters, “ignore”⟩. */
function toMark(run: string): string {
  const characters = [...run];
  const [first = ""] = characters;
  if (characters.length === 1) return `⟨hidden ${nameOf(first)}⟩`;
  const names = [...new Set(characters.map(nameOf))];
  const shown = names.length > 3 ? `${names[0]} to ${names.at(-1)}` : names.join(" ");
  return `⟨hidden: ${characters.length} characters, ${shown}${spelled(characters)}⟩`;
}

/** Takes a text apart at what stands in it unseen, which is put into words. */
export function splitHidden(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { index, groups } of text.matchAll(hidden)) {
    const run = groups?.run;
    if (run === undefined) continue;
    if (index > from) stretches.push({ text: text.slice(from, index), isHidden: false });
    stretches.push({ text: toMark(run), isHidden: true });
    from = index + run.length;
  }
  return from < text.length ? [...stretches, { text: text.slice(from), isHidden: false }] : stretches;
}

/** A text in which nothing acts unseen: what did stands there in words. */
export function revealHidden(text: string): string {
  return splitHidden(text)
    .map((stretch) => stretch.text)
    .join("");
}

/** A text without what stands in it unseen, for a name. */
export function withoutHidden(text: string): string {
  return splitHidden(text)
    .flatMap(({ text, isHidden }) => (isHidden ? [] : text))
    .join("");
}
