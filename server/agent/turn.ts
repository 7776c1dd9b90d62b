import type { Answer } from "./answer.ts";
import { groundsOf, overallVerdict, toToolCalls, verdictsOf, withCitations } from "./assemble.ts";
import { openDesk } from "./desk.ts";
import { followUpsOf } from "./follow-ups.ts";
import { type Asked, speak, type TurnParts } from "./speak.ts";
import type { Emit } from "./turn-events.ts";

/** Answers one question: the planner's calls, the words of whoever speaks, and how they stand. */
export async function runTurn(asked: Asked, parts: TurnParts, emit: Emit): Promise<Answer> {
  const { backend, knowledge, names, check, mode, now } = parts;
  const { question, history } = asked;
  const started = now();
  // In free mode the calls are the model's own to make.
  const isInSight = mode === "guided" || !backend.narrator;
  const desk = await openDesk(asked, { knowledge, names, check, emit, isInSight });
  const spoken = await speak(desk, asked, parts);
  const outcomes = desk.runner.made.map(({ outcome }) => outcome);
  const plannedOutcomes = desk.plannedCalls.map(({ outcome }) => outcome);
  const planned = verdictsOf(plannedOutcomes);
  const judged = planned.length > 0 ? planned : verdictsOf(outcomes);
  // Beside what cannot be combined something possible was planned; the verdict is on what was asked.
  const verdicts = desk.planned.replaced ? judged.filter(({ verdict }) => verdict === "unsupported") : judged;
  const { text, citations } = withCitations(spoken.text, outcomes, knowledge);
  const asksFit = desk.planned.reading.fit && desk.planned.why === undefined;
  const asking = { question, reading: desk.planned.reading };
  const { author, struck, recoveredCalls, stopReason, usage, degraded, problem } = spoken;
  return {
    question,
    history,
    answer: text,
    verdict: asksFit ? overallVerdict(verdicts) : null,
    verdicts,
    toolCalls: toToolCalls(outcomes),
    facts: [...desk.facts()],
    citations,
    check: { ...desk.checkShown(text, citations), struck, recoveredCalls },
    followUps: followUpsOf(asking, groundsOf(plannedOutcomes, outcomes), knowledge),
    model: backend.name,
    author,
    mode,
    degraded,
    problem,
    stopReason,
    usage,
    durationMs: Math.round(now() - started),
  };
}
