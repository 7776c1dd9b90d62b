/** A stretch of a text, set in backticks or not. */
export type Piece = { key: string; isCode: boolean; text: string };

/** A text at its backticks; one without a partner is an ordinary character. */
export function splitCode(text: string): Piece[] {
  const pieces = text.split(/`([^`]+)`/).map((piece, index) => ({
    key: `${index} ${piece}`,
    isCode: index % 2 === 1,
    text: piece,
  }));
  return pieces.filter(({ text }) => text !== "");
}
