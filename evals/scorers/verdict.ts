import type { BoardVerdict } from "../../server/agent/answer.ts";
import { overallVerdict, verdictsOf } from "../../server/agent/assemble.ts";
import { sortResults } from "../../server/built-in/results.ts";
import type { MarkedClaim } from "../../server/check/claim.ts";
import type { ClaimVerdict } from "../../tools/claims/judgement.ts";
import { advisedBoard } from "./advised-board.ts";
import { judgeBy } from "./judge-by.ts";
import type { Scorer, Subject } from "./scorer.ts";

const subjectKey = ({ device, workloads }: BoardVerdict) =>
  `${[...workloads].sort().join(" + ")} on ${device}`;

/** The verdicts of each board with its workloads; more than one where formats or settings were compared. */
function byPlan(verdicts: readonly BoardVerdict[]): Map<string, Set<string>> {
  const groups = Map.groupBy(verdicts, subjectKey);
  return new Map([...groups].map(([key, group]) => [key, new Set(group.map(({ verdict }) => verdict))]));
}

const listed = (verdicts: ReadonlySet<string> | undefined) =>
  [...(verdicts ?? ["no verdict"])].sort().join(", ");

/** Boards on which the answer gives another verdict than the rules engine, or none. */
export function wrongVerdicts(gold: readonly BoardVerdict[], { verdicts }: Subject["answer"]): string[] {
  const given = byPlan(verdicts);
  return [...byPlan(gold)]
    .filter(([key, wanted]) => listed(wanted) !== listed(given.get(key)))
    .map(([key, wanted]) => `${key}: expected ${listed(wanted)}, got ${listed(given.get(key))}.`);
}

/** The verdict on all of it, where the question asks whether it fits. */
function wrongOverall(gold: readonly BoardVerdict[], { answer, case: { expects } }: Subject): string[] {
  const asksFit = expects.fit ?? gold.length > 0;
  if (!asksFit && expects.fit === undefined) return [];
  const wanted = asksFit ? overallVerdict(gold) : null;
  if (answer.verdict === wanted) return [];
  return [`The verdict is ${wanted ?? "not asked for"}, the answer gives ${answer.verdict ?? "none"}.`];
}

/** Whether a verdict has to stand in the words: where fit is asked, or whether a claim is true. */
function asksVerdict({ gold, case: { expects } }: Subject): boolean {
  const { fits, claims } = sortResults(gold);
  return claims.some(({ verdict }) => verdict !== "unknown") || (expects.fit ?? fits.length > 0);
}

/** Words for the judgement of a claim, wherever they stand: the checker looks for them where an answer begins. */
const judgements: Readonly<Record<ClaimVerdict, RegExp>> = {
  unknown: /./,
  consistent: /\b(?:yes|true|right|correct|plausible|possible|consistent|believable|ja|oui|sí)\b/i,
  doubtful: /\b(?:no|not|doubt\w*|questionable|unlikely|nein|non)\b/i,
  implausible: /\b(?:no|not|implausible|unlikely|nein|non)\b/i,
  impossible: /\b(?:no|not|impossible|cannot|nein|non)\b/i,
};

/** What an answer says before its first heading. */
const openingOf = ({ answer }: Subject["answer"]): string => answer.split(/\n+(?=#)/)[0] ?? "";

function saysJudgement({ gold, answer }: Subject): boolean {
  const { claims } = sortResults(gold);
  const opening = openingOf(answer);
  return claims.length > 0 && claims.every(({ verdict }) => judgements[verdict].test(opening));
}

/**
 * The first verdict of an answer is its answer, and so has to be one of the gold calls; before it may stand only what is
 * said, rightly, of something else by its name.
 */
function wrongWords(subject: Subject): string[] {
  if (!asksVerdict(subject)) return [];
  const isVerdict = ({ kind }: MarkedClaim) => kind === "verdict";
  const opening = openingOf(subject.answer).length;
  const elsewhere = new Set(subject.checked.verified.filter(isVerdict).map(({ start }) => start));
  const isOpening = ({ start }: MarkedClaim) => start < opening && !elsewhere.has(start);
  const wrong = subject.stated.unverified.filter(isVerdict).find(isOpening);
  const right = subject.stated.verified.find(isVerdict);
  if (!right && !wrong && saysJudgement(subject)) return [];
  if (!right) return ["The text says no verdict that the tools bear out."];
  if (!wrong || right.start <= wrong.start) return [];
  return [
    `It begins with “${wrong.text}”, which is not the verdict on what was asked. ${wrong.reason ?? ""}`,
  ];
}

/** Verdicts, the overall verdict, the advised board and the judgement of a claim, in the fields and in the words. */
export const verdictScorer: Scorer = {
  name: "verdict",
  about: "Decides as the rules engine does, board by board, and says nothing against it.",
  score(subject) {
    const { gold, evidence, checked, answer, names } = subject;
    const { decisions } = sortResults(gold);
    if (evidence.verdicts.length === 0 && decisions.length === 0) return undefined;
    const verdicts = verdictsOf(gold);
    return judgeBy([
      ...wrongVerdicts(verdicts, answer),
      ...wrongOverall(verdicts, subject),
      ...wrongWords(subject),
      ...decisions.flatMap((decision) => advisedBoard(decision, answer.answer, names)),
      ...checked.unverified
        .filter(({ kind }) => kind === "verdict")
        .map(({ text, reason = "" }) => `“${text}” is contradicted. ${reason}`),
    ]);
  },
};
