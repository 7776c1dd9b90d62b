import type { Answer } from "../server/agent/answer.ts";
import type { Mark, MarkedClaim } from "../server/check/claim.ts";
import type { Fact } from "../tools/facts.ts";
import { statedFacts } from "./gold.ts";
import type { Subject } from "./scorers/scorer.ts";
import type { Metrics, Trace } from "./trial.ts";

const marked = (mark: Mark, claims: readonly MarkedClaim[]): Trace["claims"] =>
  claims.map(({ text, kind, start, end, fact, reason }) => ({
    text,
    kind,
    mark,
    start,
    end,
    ...(fact !== undefined && { fact }),
    ...(reason !== undefined && { reason }),
  }));

/** Where a number comes from, in words. */
function basisWords({ basis }: Fact): string {
  if (basis.kind === "given") return "given by the user";
  if (basis.kind === "cited") return `cited from ${basis.source}`;
  return `computed: ${basis.formula}`;
}

function verdictWords(output: object): { verdict?: string } {
  return "verdict" in output && typeof output.verdict === "string" ? { verdict: output.verdict } : {};
}

/** What a right answer does, in a line each. */
function expectedLines({ case: asked, gold, evidence }: Subject): string[] {
  const { says, avoids, cites, asks, refuses, restrains, forbids, languages } = asked.expects;
  const facts = new Map(evidence.facts.map((fact) => [fact.id, fact]));
  const each = (words: string, list: readonly string[]) => list.map((item) => `${words} ${item}`);
  return [
    ...gold.map(({ name, input, output }) => {
      const { verdict } = verdictWords(output);
      return `calls ${name} ${JSON.stringify(input)}${verdict === undefined ? "" : ` → ${verdict}`}`;
    }),
    ...statedFacts(asked, gold).flatMap((id) => {
      const fact = facts.get(id);
      return fact ? [`states the ${fact.label} of ${fact.entity}: ${fact.display}`] : [];
    }),
    ...each(
      "says",
      says.map((ways) => `“${ways.join("” or “")}”`),
    ),
    ...each("does not say", avoids),
    ...(cites.length > 0 ? [`cites ${cites.join(" or ")}`] : []),
    ...each("asks for the", asks),
    ...(refuses ? ["turns the question away and claims nothing"] : []),
    ...(restrains ? ["calls no tool"] : []),
    ...each("does not call", forbids),
    ...(languages.join() === "eng" ? [] : [`is in ${languages.join(" or ")}`]),
  ];
}

/** Facts that words of the answer rest on; the others would only fill the report. */
function usedFacts({ facts, check }: Answer): Trace["facts"] {
  const claims = [...check.verified, ...check.given, ...check.unverified];
  const used = new Set(claims.flatMap(({ fact, derivedFrom = [] }) => [fact ?? "", ...derivedFrom]));
  return facts
    .filter(({ id }) => used.has(id))
    .map((fact) => {
      const { id, label, entity, display } = fact;
      return { id, label, entity, display, basis: basisWords(fact) };
    });
}

/** What happened in a trial, as a reader of the report wants to see it: the marks are those that the user saw. */
export function traceOf(subject: Subject): Trace {
  const { answer, case: asked } = subject;
  const { check, citations, toolCalls } = answer;
  const claims = [
    ...marked("verified", check.verified),
    ...marked("given", check.given),
    ...marked("unverified", check.unverified),
  ];
  return {
    turns: asked.turns,
    answer: answer.answer,
    claims: claims.sort((one, other) => one.start - other.start),
    calls: toolCalls.map(({ name, input, output }) => ({ name, input, ...verdictWords(output) })),
    facts: usedFacts(answer),
    citations: citations.map(({ id, title, text }) => ({ id, title, text })),
    struck: check.struck.map(({ text, reason }) => ({ text, reason })),
    expected: expectedLines(subject),
  };
}

/** What a trial cost, and how much of the answer is the model's own. */
export function metricsOf({ answer }: Pick<Subject, "answer">): Metrics {
  const { durationMs, toolCalls, usage, author, check } = answer;
  const { requests, inputTokens, outputTokens, writingMs } = usage;
  return {
    durationMs,
    toolCalls: toolCalls.length,
    requests,
    inputTokens,
    outputTokens,
    writingMs,
    ownWords: author === "model",
    struck: check.struck.length,
    recoveredCalls: check.recoveredCalls,
  };
}
