/** So many messages are one sheet: few enough to lay out at once, so many that a year of them is few sheets. */
const sheetLength = 20;

/** A conversation in pieces, all of one length but for the last; where one begins stays when messages are added. */
export function toSheets<Message>(messages: readonly Message[]): Message[][] {
  const count = Math.ceil(messages.length / sheetLength);
  return Array.from({ length: count }, (_, sheet) =>
    messages.slice(sheet * sheetLength, (sheet + 1) * sheetLength),
  );
}
