/** Pieces in which tokenizers read a text: words, numbers, white space, marks, and single characters of all else. */
const pieces = /[A-Za-z]+| ?\d+|\s+|[!-/:-@[-`{-~]+|./gsu;
const latin = /^[\u00a1-\u024f\u2010-\u22ff]/;

/** Letters of English and of names that one token covers. */
const lettersPerToken = 4.6;

/** A word is a token; a long one is several, and so are names and capitals that no vocabulary holds. */
function wordTokens(word: string): number {
  const isUnusual = /[a-z][A-Z]|^[A-Z]{2,}|^[^aeiouyAEIOUY]{3,}$/.test(word);
  const isName = /^[A-Z][a-z]/.test(word);
  return 1 + Math.max(0, word.length - 5) / lettersPerToken + (isUnusual ? 1 : isName ? 0.3 : 0);
}

/** The tokens that a small model's tokenizer takes for a piece at most; told by its end, since a number may begin with a blank. */
function pieceTokens(piece: string): number {
  const { length } = piece;
  const last = piece.charCodeAt(length - 1);
  if (last >= 48 && last <= 57) return length;
  if ((last | 32) >= 97 && (last | 32) <= 122) return wordTokens(piece);
  if (last > 32 && last < 127) return length < 3 ? length - 0.2 * (length - 1) : 1 + length / 8;
  if (piece === " ") return 0;
  if (piece.trim() === "") return 1 + length / 8;
  return latin.test(piece) ? 1 : 1.5;
}

/** A text of a few words may be all names. */
const allowance = { share: 1.06, tokens: 2 };

/**
 * Tokens of a text, rather too many than too few: no tokenizer of a small model takes more for texts such as ours.
 * Every digit is one, as Qwen and Gemma read numbers.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const piece of text.match(pieces) ?? []) tokens += pieceTokens(piece);
  return Math.ceil(allowance.share * tokens + allowance.tokens);
}
