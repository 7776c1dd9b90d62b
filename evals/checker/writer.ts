import type { CitationPiece, NamePiece, NumberPiece, Piece, SignWord, VerdictPiece } from "./pieces.ts";
import type { Chance } from "./random.ts";
import type { Scenario } from "./scenario.ts";
import { type Language, type Style, writeNumber } from "./write-number.ts";

/** What a phrasing is written with: names, numbers and verdicts of one scenario. */
export type Writer = {
  language: Language;
  /** The first board and the second; the same piece stands for the same mention. */
  board(which: 0 | 1): NamePiece;
  model(which: 0 | 1): NamePiece;
  /** A number of a board and model; undefined pieces in it are "whatever was named last". */
  number(quantity: string, about: About, end?: "low" | "high", sign?: SignWord): NumberPiece;
  verdict(kind: "fit" | "pace", about: About): VerdictPiece;
  /** True when a board's plan fits, so that a phrasing can choose between "free" and "short". */
  hasRoom(about: About): boolean;
  cite(): CitationPiece;
};

export type About = { board: NamePiece; model: NamePiece };

/** A way to say something of a scenario; null where it has nothing to say it of. */
export type Phrasing = { id: string; language: Language; isHeldOut: boolean; write: Write };

/** What a phrasing does with a writer. */
export type Write = (writer: Writer) => Piece[];

/** Joins words and pieces as they come. */
export const say = (...pieces: Piece[]): Piece[] => pieces;

/** The first model on the first board. */
export const first = (writer: Writer): About => ({ board: writer.board(0), model: writer.model(0) });

/** The first model on the second board. */
export const second = (writer: Writer): About => ({ board: writer.board(1), model: writer.model(0) });

/** What is left over or short, with the words for either behind it. */
export function roomOf(writer: Writer, about: About, free: string, short: string): Piece[] {
  return roomBetween(writer, about, ["", free], ["", short]);
}

/** What is left over or short, with the words for either round it. */
export function roomBetween(
  writer: Writer,
  about: About,
  [lead, free]: readonly [string, string],
  [before, short]: readonly [string, string],
): Piece[] {
  const has = writer.hasRoom(about);
  const amount = writer.number("headroom", about, undefined, has ? "free" : "short");
  return [has ? lead : before, amount, has ? free : short];
}

/** A phrasing asks for a fact that the scenario lacks. */
export class NothingToSay extends Error {
  override name = "NothingToSay";
}

type Words = Readonly<Record<string, readonly string[]>>;

const fitWords: Readonly<Record<Language, Words>> = {
  en: {
    fits: ["fits"],
    tight: ["is tight"],
    "does-not-fit": ["does not fit", "won't fit"],
    unsupported: ["is unsupported"],
  },
  de: {
    fits: ["passt"],
    tight: ["ist knapp"],
    "does-not-fit": ["passt nicht"],
    unsupported: ["wird nicht unterstützt"],
  },
  fr: {
    fits: ["tient"],
    tight: ["tient tout juste"],
    "does-not-fit": ["ne tient pas"],
    unsupported: ["n'est pas pris en charge"],
  },
  es: {
    fits: ["cabe"],
    tight: ["cabe muy ajustado"],
    "does-not-fit": ["no cabe"],
    unsupported: ["no es compatible"],
  },
  zh: { fits: ["放得下"], tight: ["勉强放得下"], "does-not-fit": ["放不下"], unsupported: ["不支持"] },
  ja: {
    fits: ["収まります"],
    tight: ["ぎりぎりです"],
    "does-not-fit": ["収まりません"],
    unsupported: ["サポートされていません"],
  },
};

const paceWords: Readonly<Record<Language, Words>> = {
  en: {
    interactive: ["fast enough to talk to"],
    slow: ["usable, but slower than people read"],
    "too-slow": ["too slow to talk to"],
  },
  de: { interactive: ["schnell genug"], "too-slow": ["zu langsam"] },
  fr: { interactive: ["assez rapide"], "too-slow": ["trop lent"] },
  es: { interactive: ["suficientemente rápido"], "too-slow": ["demasiado lento"] },
  zh: { interactive: ["足够快"], "too-slow": ["太慢"] },
  ja: { interactive: ["十分速い"], "too-slow": ["遅すぎます"] },
};

/** The word for a verdict or pace in a language; undefined where the corpus has none. */
export function verdictWord(
  language: Language,
  of: "verdict" | "pace",
  value: string,
  chance: Chance,
): string | undefined {
  const words = (of === "pace" ? paceWords : fitWords)[language][value];
  return words && chance.pick(words);
}

const shortNames = (name: string) => name.replace(/^Jetson /, "").replace(/ (?:Instruct|it)$/, "");

type Namer = (kind: NamePiece["kind"], one: { id: string; name: string } | undefined) => NamePiece;

/** Makes names into pieces, one piece for each record. */
function namer(isShort: boolean): Namer {
  const made = new Map<string, NamePiece>();
  return (kind, one) => {
    if (!one) throw new NothingToSay();
    const text = isShort ? shortNames(one.name) : one.name;
    const known = made.get(one.id) ?? { kind, id: one.id, text };
    made.set(one.id, known);
    return known;
  };
}

/** Creates what a phrasing writes with; chance decides spellings, rounding and units. */
export function createWriter(
  scenario: Scenario,
  language: Language,
  style: Partial<Style>,
  chance: Chance,
): Writer {
  const { truth, boards, models, passages } = scenario;
  const piece = namer(chance.chance(0.5));
  const verdictOf = ({ board, model }: About) =>
    truth.verdicts.find((one) => one.board === board.id && one.model === model.id);
  return {
    language,
    board: (which) => piece("board", boards[which]),
    model: (which) => piece("model", models[which]),
    number(quantity, { board, model }, end, sign = "written") {
      const known = truth.facts.find(
        (one) =>
          one.quantity === quantity &&
          one.end === end &&
          one.board === board.id &&
          (one.model ?? model.id) === model.id,
      );
      if (!known || known.fact.value === 0) throw new NothingToSay();
      const full: Style = { language, unit: "own", coarser: 0, spelling: chance.below(8), ...style };
      const written = writeNumber(known.fact, full);
      if (written.value === 0) throw new NothingToSay();
      const isNegative = sign === "written" && known.fact.value < 0;
      return { kind: "number", quantity, end, written: { ...written, isNegative }, sign, board, model };
    },
    verdict(kind, about) {
      const of = kind === "pace" ? "pace" : "verdict";
      const value = verdictOf(about)?.[of];
      const text = value === undefined ? undefined : verdictWord(language, of, value, chance);
      if (value === undefined || text === undefined) throw new NothingToSay();
      return { kind: "verdict", text, claims: [value], of, ...about };
    },
    hasRoom: (about) =>
      truth.facts.some(
        ({ quantity, fact, board, model }) =>
          quantity === "headroom" && board === about.board.id && model === about.model.id && fact.value > 0,
      ),
    cite() {
      const [first] = passages;
      if (!first) throw new NothingToSay();
      return { kind: "citation", id: first.id, holds: true };
    },
  };
}
