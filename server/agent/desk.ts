import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Fact } from "../../tools/facts.ts";
import { compose } from "../built-in/compose.ts";
import { type Plan, plan } from "../built-in/plan.ts";
import { refusalsOf } from "../built-in/refusals.ts";
import { sortResults } from "../built-in/results.ts";
import type { Turn } from "../built-in/turn.ts";
import type { CheckReport, checkText } from "../check/check.ts";
import type { Citation } from "../check/citations.ts";
import { type Evidence, type EvidenceCall, evidenceOf, withCitations } from "../check/evidence.ts";
import { fold } from "../check/fold.ts";
import type { Names } from "../check/names.ts";
import { toToolCalls } from "./assemble.ts";
import { decidingCalls, makePlannedCalls, missingCalls } from "./planned-calls.ts";
import { createToolRunner, type MadeCall, type ToolRunner } from "./tool-runner.ts";
import type { Emit } from "./turn-events.ts";

/** What lies on the table in one turn: the question as it was read, the results, and what can be said of them. */
export type Desk = {
  planned: Plan;
  plannedCalls: readonly MadeCall[];
  runner: ToolRunner;
  /** Checks a text against what the tools gave so far. */
  check(text: string): CheckReport;
  /** Checks the text as it is shown, whose markers are numbers of these citations. */
  checkShown(text: string, citations: readonly Citation[]): CheckReport;
  facts(): readonly Fact[];
  /** The facts whose numbers a model was told. */
  toldFacts(): readonly Fact[];
  /** The answer that needs no model; makes every planned call that is still to be made. */
  builtIn(): string;
  /** Makes the planned calls in sight. */
  makePlanned(): void;
  /** Whether words name the board that the planned decision leads to. */
  namesAdvice(words: string): boolean;
  /** Hears of everything that happens in the turn. */
  emit: Emit;
  hasSpoken(): boolean;
};

type Question = { question: string; history: readonly Turn[]; abortSignal: AbortSignal };
type Parts = {
  knowledge: Knowledge;
  names: Names;
  check: typeof checkText;
  emit: Emit;
  /** Whether the planned calls are made in sight, each as soon as it has a result; else only when they are wanted. */
  isInSight: boolean;
};

/** The calls so far; those that nobody planned are not what was asked. */
function callsOf(runner: ToolRunner, planned: readonly MadeCall[]): EvidenceCall[] {
  const decide = decidingCalls(planned);
  const isAside = (call: MadeCall) =>
    decide.length > 0 && missingCalls(planned, [call]).length === decide.length;
  return runner.made.flatMap((call) =>
    toToolCalls([call.outcome]).map((made) => ({
      ...made,
      isAside: !planned.includes(call) && isAside(call),
    })),
  );
}

/** Evidence is laid out once for each state of the calls, since every sentence is checked against it. */
function createEvidence(words: string, calls: () => EvidenceCall[], runner: ToolRunner, names: Names) {
  let laidOut: { count: number; evidence: Evidence } | undefined;
  return () => {
    const count = runner.made.length;
    if (laidOut?.count !== count) {
      laidOut = { count, evidence: evidenceOf(words, calls(), names) };
    }
    return laidOut.evidence;
  };
}

/** Reads the question, makes the planner's calls and lays the desk of a turn. */
export async function openDesk(
  { question, history, abortSignal }: Question,
  { knowledge, names, check, emit, isInSight }: Parts,
): Promise<Desk> {
  const planned = plan(question, history, knowledge);
  let spoken = false;
  const heard: Emit = (event) => {
    spoken ||= event.type === "text";
    emit(event);
  };
  const runner = createToolRunner(knowledge, heard);
  const onMade = isInSight ? runner.adopt : undefined;
  const plannedCalls = await makePlannedCalls(planned.calls, knowledge, { onMade, abortSignal });
  const own = history.filter(({ role }) => role === "user").map(({ text }) => text);
  const words = [...own, question].join("\n");
  const calls = () => callsOf(runner, plannedCalls);
  const evidence = createEvidence(words, calls, runner, names);
  const advised = sortResults(plannedCalls.map(({ outcome }) => outcome)).decisions.map(
    ({ platform }) => platform,
  );
  const makePlanned = () => {
    for (const call of plannedCalls) if (!runner.made.includes(call)) runner.adopt(call);
  };
  return {
    planned,
    plannedCalls,
    runner,
    check: (text) => check(text, evidence()),
    checkShown: (text, citations) => check(text, withCitations(evidence(), citations)),
    facts: () => evidence().facts,
    toldFacts: () =>
      evidence().facts.filter(({ display }) => runner.made.some(({ told }) => told.includes(display))),
    builtIn() {
      makePlanned();
      const outcomes = plannedCalls.map(({ outcome }) => outcome);
      return compose(planned, [...refusalsOf(planned.calls), ...outcomes], knowledge);
    },
    makePlanned,
    namesAdvice: (words) => {
      const named = names.find(fold(words)).flatMap(({ ids }) => ids);
      return advised.some((platform) => named.includes(platform));
    },
    emit: heard,
    hasSpoken: () => spoken,
  };
}
