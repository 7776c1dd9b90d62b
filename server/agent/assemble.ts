import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Fact } from "../../tools/facts.ts";
import { readIntents } from "../built-in/intents.ts";
import { type Outcome, sortResults } from "../built-in/results.ts";
import { checkNumbers } from "../check/check.ts";
import { numberCitations } from "../check/citations.ts";
import { wordsOfResult } from "../check/evidence.ts";
import type { Answer, BoardVerdict, ToolCall } from "./answer.ts";

/** What a turn produced, before it is checked. */
export type Draft = {
  question: string;
  text: string;
  outcomes: readonly Outcome[];
  model: string;
  durationMs: number;
};

/** Facts of several calls side by side: ids carry the number of their call, inputs with them. */
function numberedFacts(calls: readonly ToolCall[]): Fact[] {
  return calls.flatMap(({ output }, index) => {
    const rename = (id: string) => `${index + 1}.${id}`;
    return output.facts.map((fact): Fact => {
      const { basis } = fact;
      const renamed = basis.kind === "computed" ? { ...basis, inputs: basis.inputs.map(rename) } : basis;
      return { ...fact, id: rename(fact.id), basis: renamed };
    });
  });
}

function overall(verdicts: readonly BoardVerdict[]): Answer["verdict"] {
  const [first] = verdicts;
  if (!first) return null;
  return verdicts.every(({ verdict }) => verdict === first.verdict) ? first.verdict : "depends";
}

function deviceName(reference: unknown, name: string): string {
  return typeof reference === "string" ? reference : name;
}

/** Turns a draft into an answer: citations numbered, every number marked, verdicts from the tools. */
export function assemble(
  { question, text, outcomes, model, durationMs }: Draft,
  knowledge: Knowledge,
): Answer {
  const toolCalls = outcomes.flatMap((outcome): ToolCall[] => ("output" in outcome ? [outcome] : []));
  const { fits, searches } = sortResults(outcomes);
  const passages = searches.flatMap((search) => search.passages);
  const cited = numberCitations(text, passages, (id) => knowledge.source(id).title);
  const facts = numberedFacts(toolCalls);
  const verdicts = fits.map(({ resolved, names, verdict }) => ({
    device: deviceName(resolved.device, names.device),
    workloads: names.workloads,
    verdict,
  }));
  const boards = knowledge.devices.entries.map(({ value }) => value.name);
  const models = knowledge.models.entries.map(({ value }) => value.name);
  const names = [
    ...boards,
    ...models,
    ...models.map((name) => name.replace(/ (?:Instruct|it|Chat)$/, "")),
    ...boards.map((name) => name.replace(/^Jetson /, "")),
    ...cited.citations.map(({ title }) => title),
  ];
  const words = [...toolCalls.flatMap(({ output }) => wordsOfResult(output)), ...names];
  return {
    question,
    answer: cited.text,
    verdict: readIntents(question).fit ? overall(verdicts) : null,
    verdicts,
    toolCalls,
    facts,
    citations: cited.citations,
    check: checkNumbers(cited.text, { facts, words, question, boards }),
    model,
    durationMs,
  };
}
