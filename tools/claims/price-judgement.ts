import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Device } from "../../knowledge/schema.ts";
import { formatDollars } from "../../knowledge/units.ts";
import { createFactBook } from "../facts.ts";
import { toBoard } from "../placement/board.ts";
import { newestPrice } from "../placement/newest-price.ts";
import type { Claimed, ClaimInput } from "./claim-input.ts";
import { claimedWords, type Judgement, noJudgement, type Reason } from "./judgement.ts";

type Price = Device["prices"][number];

/** What our notes say of a price that somebody printed and that nobody asked. */
const disowned = /never the official price|it was the price of/;

const priceWords = ({ value, kind, date, source }: Price) =>
  `${formatDollars(value)} (${kind}, ${date}, ${source})`;

function reasonsOf(claimed: Claimed, others: readonly Price[], newest: Price, slack: number): Reason {
  const matches = ({ value }: Price) =>
    claimed.low <= value * (1 + slack) && claimed.high >= value * (1 - slack);
  const known = others.find(matches);
  const now = `it is ${priceWords(newest)} now`;
  const claim = claimedWords(claimed, "USD");
  if (matches(newest))
    return {
      code: "price-of-today",
      message: `${claim} is the newest price on record, of ${newest.date}.`,
      verdict: "consistent",
    };
  if (known)
    return {
      code: "stale-price",
      message: `${claim} was the price of ${known.date} (${known.kind}); ${now}.`,
      verdict: "doubtful",
    };
  const all = others.map(priceWords).join(", ");
  return {
    code: "never-the-price",
    message: `Nobody else has ${claim}: on record are ${all}; ${now}.`,
    verdict: "implausible",
  };
}

/** Holds a price against all prices on record that were really asked. */
export function judgePrice(input: ClaimInput, claimed: Claimed, knowledge: Knowledge): Judgement {
  if (input.metric !== "price" || input.device === undefined) return noJudgement;
  const board = toBoard(input.device, undefined, knowledge);
  const isComparable = ({ kind }: Price) => input.kind === undefined || kind === input.kind;
  const prices = board.record.prices.filter(isComparable);
  const others = prices.filter(({ note = "" }) => !disowned.test(note));
  const newest = newestPrice({ prices });
  if (!newest) return noJudgement;
  const book = createFactBook(board.name, knowledge);
  const quantity = {
    label: `price of the ${newest.kind}, ${newest.date}`,
    value: newest.value,
    unit: "USD",
  } as const;
  book.cited("newest-price", quantity, newest.source);
  const slack = knowledge.assumption("claim-rounding").value;
  return {
    ...noJudgement,
    reasons: [reasonsOf(claimed, others, newest, slack)],
    facts: book.facts,
    sources: [newest.source, ...others.map(({ source }) => source)],
  };
}
