import { sortResults } from "../../server/built-in/results.ts";
import type { Verdict } from "../../tools/memory/ledger.ts";
import type { Chance } from "../checker/random.ts";
import type { Subject } from "../scorers/scorer.ts";
import { type Mutation, reworded } from "./mutation.ts";

/** Verdicts as the built-in answerer words them, and what says the contrary. */
const turns: readonly (readonly [RegExp, string])[] = [
  [/\bIt fits(?=:)/, "It does not fit"],
  [/\bIt does not fit(?=:)/, "It fits"],
  [/\bYes, it fits\b/, "No, it does not fit"],
  [/\bNo, it does not fit\b/, "Yes, it fits"],
  [/\bNo, impossible\b/, "Yes, plausible"],
  [/\bNo, implausible\b/, "Yes, plausible"],
];

function turnWord(subject: Subject, chance: Chance) {
  const { fits, claims } = sortResults(subject.gold);
  if (fits.length + claims.length === 0) return null;
  const text = subject.answer.answer;
  const possible = turns.filter(([pattern]) => pattern.test(text));
  if (possible.length === 0) return null;
  const [pattern, words] = chance.pick(possible);
  return reworded(subject, text.replace(pattern, words));
}

const others: Readonly<Record<Verdict, Verdict>> = {
  fits: "does-not-fit",
  tight: "fits",
  "does-not-fit": "fits",
  unsupported: "fits",
};

function turnBoardField({ answer, gold }: Subject, chance: Chance) {
  const { fits } = sortResults(gold);
  const judged = answer.verdicts.filter(({ device }) =>
    fits.some(({ resolved }) => resolved.device === device),
  );
  if (judged.length === 0) return null;
  const turned = chance.pick(judged);
  const verdicts = answer.verdicts.map((each) =>
    each === turned ? { ...each, verdict: others[each.verdict] } : each,
  );
  return { ...answer, verdicts };
}

function turnField({ answer, case: { expects }, gold }: Subject) {
  const asksFit = expects.fit ?? sortResults(gold).fits.length > 0;
  if (!asksFit || answer.verdict === null) return null;
  return { ...answer, verdict: answer.verdict === "fits" ? ("does-not-fit" as const) : ("fits" as const) };
}

/** Another of the boards to choose from advised in the place of the right one. */
function turnAdvice(subject: Subject) {
  const [decision] = sortResults(subject.gold).decisions;
  const moduleOf = subject.names.moduleOf;
  const other = decision?.alternatives.find((id) => moduleOf(id) !== moduleOf(decision.platform));
  if (!decision || other === undefined) return null;
  const [right, wrong] = [decision.platform, other].map((id) => decision.names[id] ?? id);
  const [lead = ""] = subject.answer.answer.split("\n");
  if (right === undefined || wrong === undefined || !lead.includes(right)) return null;
  const either = new RegExp(`(?:${right}|${wrong})(?! Super)`, "g");
  return reworded(
    subject,
    subject.answer.answer.replace(either, (name) => (name === right ? wrong : right)),
  );
}

/** Verdicts turned into others, in the words and in the fields. */
export const verdictMutations: readonly Mutation[] = [
  { kind: "verdict word turned", scorer: "verdict", mutate: turnWord },
  { kind: "verdict of a board turned", scorer: "verdict", mutate: turnBoardField },
  { kind: "overall verdict turned", scorer: "verdict", mutate: turnField },
  { kind: "another board advised", scorer: "verdict", mutate: turnAdvice },
];
