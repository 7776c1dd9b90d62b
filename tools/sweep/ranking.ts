import type { Verdict } from "../memory/ledger.ts";
import type { Figures } from "./requirements.ts";

/** What the user wants most of. */
export const rankings = ["cheapest", "coolest", "fastest", "headroom"] as const;
export type RankBy = (typeof rankings)[number];

/** The first of a ranking, in words. */
export const rankingWords: Readonly<Record<RankBy, string>> = {
  cheapest: "the cheapest",
  coolest: "the coolest",
  fastest: "the fastest",
  headroom: "the roomiest",
};

/** What is ranked: figures, how many requirements are missed, and what decides between equals. */
export type Rankable = {
  figures: Figures;
  misses: number;
  /** How much of a pace that suffices the leading model reaches: 0 to 1. */
  pace: number;
  /** Bits a weight keeps, as the best guess at how good the answers are. */
  weightQuality: number;
  /** Place in the order in which configurations were tried; decides last, so that a ranking is always the same. */
  index: number;
};

type Key = (entry: Rankable) => number;

const verdictOrder: Readonly<Record<Verdict, number>> = {
  fits: 0,
  tight: 1,
  "does-not-fit": 2,
  unsupported: 3,
};

/** Smaller is better; what nobody knows comes last. */
const wishes: Readonly<Record<RankBy, Key>> = {
  cheapest: ({ figures }) => figures.priceUsd ?? Number.POSITIVE_INFINITY,
  coolest: ({ figures }) => figures.watts ?? Number.POSITIVE_INFINITY,
  fastest: ({ figures }) => -(figures.decode ?? 0),
  headroom: ({ figures }) => -figures.headroomBytes,
};

const verdict: Key = ({ figures }) => verdictOrder[figures.verdict];
const misses: Key = (entry) => entry.misses;
/** Of what does not fit, that which is least short comes first. */
const shortage: Key = ({ figures }) => (figures.verdict === "does-not-fit" ? -figures.headroomBytes : 0);

/** Between equals: as much of a pace that suffices, then the least compressed weights, the longest context, the fastest. */
const quality: readonly Key[] = [
  ({ pace }) => -pace,
  ({ weightQuality }) => -weightQuality,
  ({ figures }) => -figures.contextTokens,
  wishes.fastest,
  wishes.coolest,
  wishes.headroom,
  ({ index }) => index,
];

/**
 * Orders by wish: what meets all requirements first, of that what fits before what is tight; a wish decides
 * next, then the price, then how good the answers are.
 */
export function rankingOrder(rankBy: RankBy): (a: Rankable, b: Rankable) => number {
  const keys = [misses, verdict, shortage, wishes[rankBy], wishes.cheapest, ...quality];
  return (a, b) => {
    for (const key of keys) {
      const [first, second] = [key(a), key(b)];
      if (first !== second) return first < second ? -1 : 1;
    }
    return 0;
  };
}
