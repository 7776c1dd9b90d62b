/** Stands in the rest of a text for a piece that was taken out; a control character is no part of an honest key. */
const marker = "\0piece";

const [quote, backslash] = [0x22, 0x5c];
const openings = new Set([0x5b, 0x7b]);
const closings = new Set([0x5d, 0x7d]);

/**
 * Takes JSON apart while it is read: what stands so many brackets deep is handed out piece by piece, so that a large
 * text need not be parsed in one go, in which the page would stand still.
 */
export function createJsonSplitter(pieceDepth: number) {
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let begun = "";
  let rest = "";
  let count = 0;

  const passString = (code: number) => {
    if (isEscaped) isEscaped = false;
    else if (code === backslash) isEscaped = true;
    else if (code === quote) isInString = false;
  };

  return {
    /** The pieces that end in this chunk of the text. */
    add(chunk: string): string[] {
      const pieces: string[] = [];
      let from = 0;
      for (let at = 0; at < chunk.length; at++) {
        const code = chunk.charCodeAt(at);
        if (isInString) passString(code);
        else if (code === quote) isInString = true;
        else if (openings.has(code) && ++depth === pieceDepth) {
          rest += chunk.slice(from, at);
          from = at;
        } else if (closings.has(code) && depth-- === pieceDepth) {
          pieces.push(begun + chunk.slice(from, at + 1));
          begun = "";
          rest += JSON.stringify({ [marker]: count++ });
          from = at + 1;
        }
      }
      if (depth >= pieceDepth) begun += chunk.slice(from);
      else rest += chunk.slice(from);
      return pieces;
    },
    /** The value of the whole text, of the values of its pieces in their order; throws when it is not JSON. */
    join: (values: readonly unknown[]): unknown =>
      JSON.parse(rest, (_key, value) =>
        typeof value === "object" && value !== null && marker in value ? values[value[marker]] : value,
      ),
  };
}
