import type { Fact } from "../../tools/facts.ts";
import type { Written } from "./write-number.ts";

/** The board or model a claim is about, as a place in the text that a mutation may exchange. */
export type NamePiece = { kind: "board" | "model"; id: string; text: string };

/** How a phrase takes a number's sign: as written, or by a word such as "short" or "free". */
export type SignWord = "written" | "short" | "free";

/** A number of the text, and what the phrase round it claims it to be. */
export type NumberPiece = {
  kind: "number";
  quantity: string;
  end: "low" | "high" | undefined;
  written: Written;
  sign: SignWord;
  /** The pieces that say what it is about; undefined where the text names none. */
  board: NamePiece | undefined;
  model: NamePiece | undefined;
};

/** A verdict word of the text: which of the tool's verdicts or paces it claims. */
export type VerdictPiece = {
  kind: "verdict";
  text: string;
  claims: readonly string[];
  of: "verdict" | "pace";
  board: NamePiece | undefined;
  model: NamePiece | undefined;
};

export type CitationPiece = { kind: "citation"; id: string; holds: boolean };

export type Piece = string | NamePiece | NumberPiece | VerdictPiece | CitationPiece;

/** What is true: the facts of the tools with what each is about, and their verdicts. */
export type Truth = {
  facts: readonly {
    fact: Fact;
    quantity: string;
    end: "low" | "high" | undefined;
    board: string;
    model: string | undefined;
  }[];
  verdicts: readonly { board: string; model: string; verdict: string; pace: string | undefined }[];
  passages: ReadonlySet<string>;
  /** Every fact of the turn, also those the corpus does not write about. */
  all: readonly Fact[];
};

/** The text of a piece. */
export function textOf(piece: Piece): string {
  if (typeof piece === "string") return piece;
  if (piece.kind === "number") return (piece.written.isNegative ? "-" : "") + piece.written.text;
  return piece.kind === "citation" ? `[${piece.id}]` : piece.text;
}

/** The text of all pieces. */
export function render(pieces: readonly Piece[]): string {
  return pieces.map(textOf).join("");
}

/** Where each piece that claims something stands in the text. */
export function placesOf(pieces: readonly Piece[]): { piece: Piece; start: number; end: number }[] {
  let at = 0;
  return pieces.map((piece) => {
    const start = at;
    at += textOf(piece).length;
    return { piece, start, end: at };
  });
}

function shows({ value, step }: Written, fact: Fact): boolean {
  return Math.abs(Math.abs(fact.value) - value) <= (step / 2) * (1 + 1e-9) + Math.abs(fact.value) * 1e-12;
}

/** A number whose unit is not the one of its amount any more is wrong unless some fact has that very value and unit. */
function isTrueNumber(
  { quantity, end, written, sign, board, model }: NumberPiece,
  { facts, all }: Truth,
): boolean {
  const { unit, isNegative } = written;
  const own = facts.find((known) => known.quantity === quantity)?.fact.unit;
  if (own !== undefined && own !== unit)
    return all.some((fact) => fact.unit === unit && shows(written, fact));
  return facts.some((known) => {
    const { fact } = known;
    if (known.quantity !== quantity || known.end !== end || fact.unit !== unit) return false;
    if (board && known.board !== board.id) return false;
    if (model && known.model !== undefined && known.model !== model.id) return false;
    const below = fact.value < 0;
    if (sign === "written" ? below !== isNegative : below !== (sign === "short")) return false;
    return shows(written, fact);
  });
}

function isTrueVerdict({ claims, of, board, model }: VerdictPiece, { verdicts }: Truth): boolean {
  const about = verdicts.filter(
    (one) => (!board || one.board === board.id) && (!model || one.model === model.id),
  );
  return (
    about.length > 0 && about.every((one) => claims.includes((of === "pace" ? one.pace : one.verdict) ?? ""))
  );
}

/**
 * True when what a piece claims is so. This is the rule by which a mutation counts: it looks only at what the phrase
 * was written to claim (amount, board, model, end, sign, value at the digits shown) and never reads the text.
 */
export function isTrue(piece: Piece, truth: Truth): boolean {
  if (typeof piece === "string" || piece.kind === "board" || piece.kind === "model") return true;
  if (piece.kind === "number") return isTrueNumber(piece, truth);
  if (piece.kind === "verdict") return isTrueVerdict(piece, truth);
  return piece.kind === "citation" && piece.holds && truth.passages.has(piece.id);
}
