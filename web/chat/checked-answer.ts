import type { UIMessage } from "ai";
import {
  type Guarded,
  isBoolean,
  isListOf,
  isMissingOr,
  isNullOr,
  isNumber,
  isOneOf,
  isShape,
  isString,
} from "../guards.ts";

const isMarkedClaim = isShape({
  text: isString,
  kind: isMissingOr(isOneOf(["number", "verdict", "citation"])),
  start: isMissingOr(isNumber),
  end: isMissingOr(isNumber),
  fact: isMissingOr(isString),
  derivedFrom: isMissingOr(isListOf(isString)),
  citation: isMissingOr(isString),
  reason: isMissingOr(isString),
});

const isFact = isShape({
  id: isString,
  label: isString,
  entity: isString,
  display: isString,
  basis: isShape({
    kind: isOneOf(["computed", "cited", "given"]),
    formula: isMissingOr(isString),
    inputs: isMissingOr(isListOf(isString)),
    source: isMissingOr(isString),
    passage: isMissingOr(isString),
  }),
});

/** An answer with its check, as far as it is shown here. A server that is older than the page sends less of it. */
export const isCheckedAnswer = isShape({
  answer: isMissingOr(isString),
  facts: isMissingOr(isListOf(isFact)),
  check: isShape({
    verified: isListOf(isMarkedClaim),
    given: isListOf(isMarkedClaim),
    unverified: isListOf(isMarkedClaim),
    struck: isMissingOr(isListOf(isShape({ text: isString, replacement: isString, reason: isString }))),
    recoveredCalls: isMissingOr(isNumber),
  }),
  model: isString,
  author: isMissingOr(isOneOf(["model", "built-in"])),
  degraded: isMissingOr(isBoolean),
  problem: isMissingOr(isNullOr(isShape({ message: isString }))),
});

export type CheckedAnswer = Guarded<typeof isCheckedAnswer>;
export type Fact = Guarded<typeof isFact>;
export type MarkedClaim = Guarded<typeof isMarkedClaim>;
export const marks = ["verified", "given", "unverified"] as const;
export type Mark = (typeof marks)[number];

/** A claim with its mark and its place in the answer's text. */
export type Claim = MarkedClaim & { mark: Mark; start: number; end: number };

/** The checked answer of a message: the last thing that is sent of it. */
export function findAnswer(parts: readonly UIMessage["parts"][number][]): CheckedAnswer | undefined {
  const part = parts.find(({ type }) => type === "data-answer");
  return part && "data" in part && isCheckedAnswer(part.data) ? part.data : undefined;
}

/** Whether an answer came to its end: its check is the last thing that is sent. */
export function isChecked({ parts }: Pick<UIMessage, "parts">): boolean {
  return parts.some(({ type }) => type === "data-answer");
}

/** The claims that are set apart in the text, in its order. A citation that stands is a button already. */
export function claimsOf({ check }: CheckedAnswer): Claim[] {
  return marks
    .flatMap((mark) =>
      check[mark].flatMap((claim) => {
        const { kind, start, end } = claim;
        const isShown = kind !== "citation" || mark === "unverified";
        return isShown && start !== undefined && end !== undefined ? [{ ...claim, mark, start, end }] : [];
      }),
    )
    .sort((one, other) => one.start - other.start);
}
