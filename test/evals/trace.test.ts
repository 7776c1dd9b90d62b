import { expect, it } from "vitest";
import { metricsOf, traceOf } from "../../evals/trace.ts";
import { Metrics, Trace } from "../../evals/trial.ts";
import { fitCase, subjectFor } from "../fixtures/eval-subject.ts";

const fit = await subjectFor(fitCase.ask, { ...fitCase.expects, says: ["fits"], avoids: ["buy"] });

it("traceOf() tells what was asked, expected, called and said, as it is written and read back", () => {
  const trace = traceOf(fit);
  expect(Trace.parse(JSON.parse(JSON.stringify(trace)))).toEqual(trace);
  expect(trace.turns).toEqual([fitCase.ask]);
  expect(trace.calls[0]).toMatchObject({ name: "memory-fit", verdict: "fits" });
  expect(trace.expected.join("\n")).toContain("→ fits");
  expect(trace.expected.join("\n")).toContain("states the headroom");
  expect(trace.expected).toContain("does not say buy");
  const shown = trace.claims.filter(({ text, start, end }) => trace.answer.slice(start, end) === text);
  expect(shown).toEqual(trace.claims);
  const facts = new Set(trace.facts.map(({ id }) => id));
  expect(trace.claims.filter(({ fact }) => fact !== undefined && !facts.has(fact))).toEqual([]);
});

it("metricsOf() counts what it cost, and whose words they are", () => {
  const metrics = metricsOf(fit);
  expect(Metrics.parse(metrics)).toEqual(metrics);
  expect(metrics).toMatchObject({ requests: 0, outputTokens: 0, ownWords: false, struck: 0 });
  expect(metrics.toolCalls).toBe(fit.answer.toolCalls.length);
});
