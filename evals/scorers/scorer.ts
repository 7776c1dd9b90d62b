import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Answer, ToolCall } from "../../server/agent/answer.ts";
import type { CheckReport } from "../../server/check/check.ts";
import type { Evidence } from "../../server/check/evidence.ts";
import type { Names } from "../../server/check/names.ts";
import type { Case, GoldCall } from "../case.ts";

/** What a trial may cost. */
export type Limits = { toolCalls: number; requests: number; outputTokens: number; durationMs: number };

/** What is scored: an answer beside what the rules engine says of the case. Made by `subjectOf`. */
export type Subject = {
  case: Case;
  gold: readonly GoldCall[];
  answer: Answer;
  /** The answer's own calls, made again: what an agent recorded of them is its own word. */
  made: readonly ToolCall[];
  /** Evidence laid out from the gold calls, whatever the agent called. */
  evidence: Evidence;
  /** Evidence laid out from the gold calls and the answer's own, made again. */
  everything: Evidence;
  /** The text held against the gold calls alone: what of them it states. */
  stated: CheckReport;
  /** The text held against the gold calls and the answer's own, made again: what in it nobody bears out. */
  checked: CheckReport;
  names: Names;
  knowledge: Knowledge;
  limits: Limits;
};

/** Whether the answer does what one scorer asks, and in a sentence why not. */
export type Judgement = { passed: true } | { passed: false; reason: string };

/** Judges one side of an answer; undefined where the case does not ask for it. Deterministic. */
export type Scorer = {
  name: string;
  /** What it asks for, in a sentence for the report. */
  about: string;
  score(subject: Subject): Judgement | undefined;
};
