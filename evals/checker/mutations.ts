import { anotherDigit, misrounded, shifted, withGibibytes, withStaleUnit } from "./number-changes.ts";
import type { NamePiece, NumberPiece, Piece, VerdictPiece } from "./pieces.ts";
import type { Chance } from "./random.ts";
import type { Scenario } from "./scenario.ts";
import type { Language, Written } from "./write-number.ts";
import { verdictWord } from "./writer.ts";

/** One way to make a right text wrong; null where the text has nothing to change in that way. */
export type Mutation = {
  id: string;
  mutate(pieces: readonly Piece[], scenario: Scenario, language: Language, chance: Chance): Piece[] | null;
};

const isNumber = (piece: Piece): piece is NumberPiece => typeof piece !== "string" && piece.kind === "number";
const isVerdict = (piece: Piece): piece is VerdictPiece =>
  typeof piece !== "string" && piece.kind === "verdict";
const isName = (piece: Piece): piece is NamePiece =>
  typeof piece !== "string" && (piece.kind === "board" || piece.kind === "model");

const replaced = (pieces: readonly Piece[], old: Piece, made: Piece) =>
  pieces.map((piece) => (piece === old ? made : piece));

/** Numbers of a text with another of them changed as said. */
function changeNumber(
  pieces: readonly Piece[],
  chance: Chance,
  change: (written: Written, piece: NumberPiece) => Written | null,
): Piece[] | null {
  const numbers = pieces.filter(isNumber);
  if (numbers.length === 0) return null;
  const piece = chance.pick(numbers);
  const written = change(piece.written, piece);
  return written && replaced(pieces, piece, { ...piece, written });
}

/** Names exchanged throughout, in the text and in what the numbers are said of. */
function rename(pieces: readonly Piece[], names: ReadonlyMap<NamePiece, NamePiece>): Piece[] {
  const of = (name: NamePiece | undefined) => (name ? (names.get(name) ?? name) : undefined);
  return pieces.map((piece) => {
    if (isName(piece)) return of(piece) ?? piece;
    return isNumber(piece) || isVerdict(piece)
      ? { ...piece, board: of(piece.board), model: of(piece.model) }
      : piece;
  });
}

function swapNames(kind: "board" | "model") {
  return (pieces: readonly Piece[], scenario: Scenario): Piece[] | null => {
    const named = [...new Set(pieces.filter(isName))].filter((piece) => piece.kind === kind);
    const [one, other] = named;
    if (one && other)
      return rename(
        pieces,
        new Map([
          [one, other],
          [other, one],
        ]),
      );
    const rest = (kind === "board" ? scenario.boards : scenario.models).find(({ id }) => id !== one?.id);
    if (!one || !rest) return null;
    const text = rest.name.replace(/^Jetson /, "");
    return rename(pieces, new Map([[one, { ...one, id: rest.id, text }]]));
  };
}

function swapQuantities(pieces: readonly Piece[], _: Scenario, __: Language, chance: Chance): Piece[] | null {
  const numbers = pieces.filter(isNumber);
  const pairs = numbers.flatMap((one, index) =>
    numbers
      .slice(index + 1)
      .filter((other) => other.written.unit === one.written.unit && other.quantity !== one.quantity)
      .map((other) => [one, other] as const),
  );
  if (pairs.length === 0) return null;
  const [one, other] = chance.pick(pairs);
  const made = replaced(pieces, one, { ...one, written: other.written });
  return replaced(made, other, { ...other, written: one.written });
}

const otherVerdicts: Readonly<Record<string, readonly string[]>> = {
  fits: ["does-not-fit", "tight"],
  tight: ["fits", "does-not-fit"],
  "does-not-fit": ["fits", "tight"],
  unsupported: ["fits"],
  interactive: ["too-slow"],
  slow: ["too-slow", "interactive"],
  "too-slow": ["interactive"],
};

function flipVerdict(
  pieces: readonly Piece[],
  _: Scenario,
  language: Language,
  chance: Chance,
): Piece[] | null {
  const verdicts = pieces.filter(isVerdict);
  if (verdicts.length === 0) return null;
  const piece = chance.pick(verdicts);
  const value = chance.pick(otherVerdicts[piece.claims[0] ?? ""] ?? ["fits"]);
  const text = verdictWord(language, piece.of, value, chance);
  return text === undefined ? null : replaced(pieces, piece, { ...piece, text, claims: [value] });
}

const negations: readonly (readonly [RegExp, string])[] = [
  [/^(?:does not fit|won't fit)$/, "fits"],
  [/^passt nicht$/, "passt"],
  [/^ne tient pas$/, "tient"],
  [/^no cabe$/, "cabe"],
];

function dropNegation(pieces: readonly Piece[]): Piece[] | null {
  const piece = pieces
    .filter(isVerdict)
    .find(({ text }) => negations.some(([pattern]) => pattern.test(text)));
  const text = negations.find(([pattern]) => piece && pattern.test(piece.text))?.[1];
  return piece && text ? replaced(pieces, piece, { ...piece, text, claims: ["fits"] }) : null;
}

function wrongSign(pieces: readonly Piece[]): Piece[] | null {
  const piece = pieces
    .filter(isNumber)
    .find(({ quantity, sign }) => quantity === "headroom" && sign === "written");
  if (!piece) return null;
  const { written } = piece;
  return replaced(pieces, piece, { ...piece, written: { ...written, isNegative: !written.isNegative } });
}

/** A wrong citation behind the text: of nothing that was retrieved, or of a passage on something else. */
function cite(id: string): Mutation["mutate"] {
  return (pieces) => {
    const last = pieces.at(-1);
    if (typeof last !== "string" || !last.endsWith(".")) return null;
    return [...pieces.slice(0, -1), `${last.slice(0, -1)} `, { kind: "citation", id, holds: false }, "."];
  };
}

/** Every way to make a text wrong. */
export const mutations: readonly Mutation[] = [
  {
    id: "digit",
    mutate: (pieces, _, __, chance) =>
      changeNumber(pieces, chance, (written) => anotherDigit(written, chance)),
  },
  {
    id: "×10",
    mutate: (pieces, _, __, chance) => changeNumber(pieces, chance, (written) => shifted(written, 1)),
  },
  {
    id: "×1000",
    mutate: (pieces, _, __, chance) => changeNumber(pieces, chance, (written) => shifted(written, 3)),
  },
  {
    id: "rounding",
    mutate: (pieces, _, __, chance) => changeNumber(pieces, chance, (written) => misrounded(written, chance)),
  },
  { id: "GB↔GiB", mutate: (pieces, _, __, chance) => changeNumber(pieces, chance, withGibibytes) },
  { id: "stale unit", mutate: (pieces, _, __, chance) => changeNumber(pieces, chance, withStaleUnit) },
  { id: "swapped boards", mutate: swapNames("board") },
  { id: "swapped models", mutate: swapNames("model") },
  { id: "swapped quantities", mutate: swapQuantities },
  { id: "flipped verdict", mutate: flipVerdict },
  { id: "dropped negation", mutate: dropNegation },
  { id: "wrong sign", mutate: wrongSign },
  { id: "invented citation", mutate: cite("vlm-sizing-2026#made-up-rule") },
];
