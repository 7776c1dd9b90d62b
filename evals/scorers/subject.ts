import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Answer, ToolCall } from "../../server/agent/answer.ts";
import { type CheckReport, checkText, type MarkedClaim } from "../../server/check/check.ts";
import { type EvidenceCall, evidenceOf, withCitations } from "../../server/check/evidence.ts";
import type { Names } from "../../server/check/names.ts";
import { getTool } from "../../tools/registry.ts";
import type { Case, GoldCall } from "../case.ts";
import type { Limits, Subject } from "./scorer.ts";

type Scored = { case: Case; gold: readonly GoldCall[]; answer: Answer };
type Parts = { names: Names; knowledge: Knowledge; limits: Limits };

/** One call made again; nothing where no tool takes it. */
async function makeAgain({ name, input }: ToolCall, knowledge: Knowledge): Promise<ToolCall[]> {
  try {
    const { output } = await getTool(name).call(input, knowledge);
    return [{ name, input, output }];
  } catch {
    // A call that cannot be made gave no result, whatever was recorded of it.
    return [];
  }
}

const keyOf = ({ name, input }: { name: string; input: unknown }) => JSON.stringify([name, input]);

/** The gold calls, and behind them those that only the agent made. */
function allCalls(gold: readonly GoldCall[], made: readonly ToolCall[], isAside: boolean): EvidenceCall[] {
  const known = new Set(gold.map(keyOf));
  const others = made.filter((call) => !known.has(keyOf(call)));
  return [...gold, ...others.map((call) => ({ ...call, isAside }))];
}

/** Puts an answer beside what the rules engine says of the case; the knowledge is that which the agent had. */
export async function subjectOf(
  { case: asked, gold, answer }: Scored,
  { names, knowledge, limits }: Parts,
): Promise<Subject> {
  const words = asked.turns.join("\n");
  const again = await Promise.all(answer.toolCalls.map((call) => makeAgain(call, knowledge)));
  const made = again.flat();
  const evidence = evidenceOf(words, gold, names);
  const everything = evidenceOf(words, allCalls(gold, made, false), names);
  return read({ case: asked, gold, answer, made, evidence, everything, names, knowledge, limits });
}

/** The same subject with another answer; only where its calls differ are they made again. */
export async function withAnswer(subject: Subject, answer: Answer): Promise<Subject> {
  const isSame = answer.toolCalls === subject.answer.toolCalls;
  return isSame ? read({ ...subject, answer }) : subjectOf({ ...subject, answer }, subject);
}

type LaidOut = Omit<Subject, "stated" | "checked">;

/**
 * Holds the text against all evidence. A verdict that names no board may be on everything that was called or only on
 * what was asked: it is wrong where both readings say so.
 */
function checkAll(laidOut: LaidOut): CheckReport {
  const { answer, gold, made, everything, names } = laidOut;
  const report = checkText(answer.answer, withCitations(everything, answer.citations));
  if (gold.length === 0 || !report.unverified.some(({ kind }) => kind === "verdict")) return report;
  const narrow = evidenceOf(everything.question, allCalls(gold, made, true), names, answer.citations);
  const wrong = new Set(checkText(answer.answer, narrow).unverified.map(({ start }) => start));
  const isWrong = ({ kind, start }: MarkedClaim) => kind !== "verdict" || wrong.has(start);
  const forgiven = report.unverified.filter((claim) => !isWrong(claim));
  return {
    ...report,
    verified: [...report.verified, ...forgiven],
    unverified: report.unverified.filter(isWrong),
  };
}

/** Reads the text; a numbered marker stands for the passage that the answer says it does. */
function read(laidOut: LaidOut): Subject {
  const { answer, evidence } = laidOut;
  const stated = checkText(answer.answer, withCitations(evidence, answer.citations));
  return { ...laidOut, stated, checked: checkAll(laidOut) };
}
