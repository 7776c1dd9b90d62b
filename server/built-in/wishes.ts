import type { RankBy } from "../../tools/sweep/ranking.ts";

/** What a question wants most of, and whether boards are to be held against each other or settings to be found. */
export type Wishes = {
  rankBy?: RankBy;
  comparesBoards: boolean;
  /** Every board is to be held against the others, not only those that the documents advise. */
  ofAll?: boolean;
  /** The best format, context or other setting is wanted. */
  wantsSettings: boolean;
  /** The longest context that fits is wanted. */
  wantsContext: boolean;
  /** A whole system is to be planned. */
  wantsSystem: boolean;
  /** Tokens a second that are wanted at least. */
  minimumTokensPerSecond?: number;
};

const wishes: readonly [RankBy, RegExp][] = [
  ["coolest", /\bcoolest\b|\b(?:lowest|least|fewest)\s+(?:power|watts?|wattage|energy)\b/i],
  ["fastest", /\bfastest\b|\bquickest\b/i],
  [
    "headroom",
    /\broomiest\b|\bmost\s+(?:headroom|room|(?:free|spare)\s+memory|memory\s+(?:left|free|to spare))\b/i,
  ],
  ["cheapest", /\bcheapest\b|\bleast\s+expensive\b|\blowest\s+price\b/i],
];

const comparison = /\bcompar(?:e|es|ed|ing|ison)\b|\bversus\b|\bvs\b/i;

const settings =
  /\b(?:which|what|best|right|optimal|fastest)\s+(?:quanti[sz]ations?|quants?|weight\s+formats?|context(?:\s+(?:length|size|window))?|settings?|kv[\s-]*cache\s+types?)\b/i;

const longest =
  /\b(?:longest|largest|biggest|highest|greatest|max(?:imum|imal)?|most)\s+(?:possible\s+)?(?:(?:tokens?\s+of|length\s+of)\s+)?(?:context|ctx)\b|\bhow\s+(?:much|long|large|big|many\s+tokens\s+of)(?:\s+(?:is\s+)?(?:the|an?))?\s+context\b/i;

const system =
  /\b(?:plan|design|configure|put\s+together|spec\s+out)\s+(?:me\s+|us\s+)?(?:an?|the|my|our)\s+(?:[\w-]+\s+){0,2}(?:system|set-?up|box|deployment)\b/i;

const speed = /(?<![\w.,])(\d+(?:\.\d+)?)\s?(?:tok(?:en)?s?\s*(?:\/|per|a)\s*s(?:ec(?:ond)?)?|t\/s|tps)\b/i;

/** Reads the wishes of a question from its words. */
export function readWishes(question: string): Wishes {
  const rankBy = wishes.find(([, pattern]) => pattern.test(question))?.[0];
  const wanted = speed.exec(question)?.[1];
  return {
    ...(rankBy && { rankBy }),
    ...(/\bof\s+all\b/i.test(question) && { ofAll: true }),
    comparesBoards: comparison.test(question),
    wantsSettings: settings.test(question),
    wantsContext: longest.test(question),
    wantsSystem: system.test(question),
    ...(wanted && Number(wanted) > 0 && { minimumTokensPerSecond: Number(wanted) }),
  };
}
