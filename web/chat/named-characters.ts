/** The names that texts of this field use; the whole list of HTML would be a fifteenth of the page. */
const characters = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
  ["times", "×"],
  ["divide", "÷"],
  ["minus", "−"],
  ["plusmn", "±"],
  ["asymp", "≈"],
  ["le", "≤"],
  ["ge", "≥"],
  ["deg", "°"],
  ["micro", "µ"],
  ["middot", "·"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["hellip", "…"],
  ["rarr", "→"],
  ["euro", "€"],
]);

/** The character that `&name;` stands for; false for a name that is shown as it is written. */
export function decodeNamedCharacterReference(name: string): string | false {
  return characters.get(name) ?? false;
}
