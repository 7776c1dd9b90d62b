import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Bytes } from "../knowledge/units.ts";
import { boardCaveats } from "./decision/board-caveats.ts";
import type { Caveat, Situation } from "./decision/caveat.ts";
import { chooseDevice } from "./decision/choice.ts";
import { choiceCaveats } from "./decision/choice-caveats.ts";
import { modelCaveats } from "./decision/model-caveats.ts";
import { offeredDecision } from "./decision/offered.ts";
import { DecisionQuestion, hasLanguageModel } from "./decision/question.ts";
import { createQuotes } from "./decision/quotes.ts";
import type { DecisionRule } from "./decision/rule.ts";
import { adviseRuntime, type RuntimeAdvice } from "./decision/runtime-rules.ts";
import { toAssumptions } from "./decision/unstated.ts";
import { askRules } from "./decision-rules.ts";
import { digestLines } from "./digest/digest-lines.ts";
import { createFactBook, type FactBook, type FactUnit } from "./facts.ts";
import { ruleOfThumb } from "./formulas/rule-of-thumb.ts";
import { defineTool, type ToolResult } from "./tool.ts";

/** A rule that was asked, with its answer: "no", or "yes" and why. */
type Step = { rule: string; question: string; answer: string; sources: readonly string[] };

/** The board the documents' rules lead to, how they lead there, and what has to be said with it. */
export type Decision = ToolResult & {
  platform: string;
  alternatives: string[];
  rule: string;
  /** Why the rule that matched advises what it does. */
  because: string;
  /** The boards as people name them, by id. */
  names: Record<string, string>;
  path: Step[];
  runtime?: RuntimeAdvice;
  caveats: string[];
  resolved: DecisionQuestion;
  assumptions: string[];
};

const assumptionsInDigest = 3;
const caveats: readonly Caveat[] = [...choiceCaveats, ...modelCaveats, ...boardCaveats];

const givenNumbers: readonly { field: keyof DecisionQuestion; label: string; unit: FactUnit }[] = [
  { field: "largestModelBillions", label: "parameters of the largest model in billions", unit: "1" },
  { field: "streams", label: "camera streams", unit: "1" },
  { field: "powerBudgetWatts", label: "power budget", unit: "W" },
  { field: "budgetUsd", label: "budget", unit: "USD" },
  { field: "concurrentModels", label: "models at the same time", unit: "1" },
  { field: "requestsPerDay", label: "requests a day", unit: "1" },
];

function fileGiven(book: FactBook, question: DecisionQuestion): void {
  for (const { field, label, unit } of givenNumbers) {
    const value = question[field];
    if (typeof value === "number") book.given(`given.${field}`, { label, value, unit });
  }
}

/** Memory of the largest model in 4 bits by the documents' rule of thumb, its upper end; 0 where no size is known. */
function bytesNeeded(question: DecisionQuestion, knowledge: Knowledge): Bytes {
  const { largestModelBillions: billions } = question;
  if (billions === undefined || !hasLanguageModel(question)) return 0;
  const { value, range: [low, high] = [value, value] } = knowledge.assumption("rule-of-thumb-share");
  return ruleOfThumb(billions, 4, { low, high }, { low: 0, high: 0 }).highBytes;
}

function toPath(asked: readonly DecisionRule[], rule: DecisionRule): Step[] {
  return asked.map(({ id, question, because, sources }) => ({
    rule: id,
    question,
    answer: id === rule.id ? `yes: ${because}` : "no",
    sources,
  }));
}

function sayCaveats(situation: Situation, book: FactBook): string[] {
  return caveats.flatMap(({ when, say, sources }) => {
    const sentence = when(situation) ? say(situation) : undefined;
    if (sentence === undefined) return [];
    book.cite(sources);
    return [sentence];
  });
}

function fileModelMemory(book: FactBook, needed: Bytes, knowledge: Knowledge): void {
  if (needed === 0) return;
  const label = "largest model in 4 bits with cache, by the rule of thumb";
  const formula = "parameters × 4 bits ÷ 8 × (1 + upper share for cache and activations)";
  book.computed("model-memory", { label, value: needed, unit: "B" }, formula, ["given.largestModelBillions"]);
  book.cite(knowledge.assumption("rule-of-thumb-share").source);
}

function run(question: DecisionQuestion, knowledge: Knowledge): Decision {
  const { rule, asked } = askRules(question);
  const needed = bytesNeeded(question, knowledge);
  const choice = chooseDevice(rule, question, needed, knowledge.devices);
  const { id: platform, value: device } = choice.chosen.entry;
  const alternatives = choice.others.map(({ entry }) => entry.id);
  const runtime = adviseRuntime(question, device);
  const book = createFactBook(device.name, knowledge);
  const quotes = createQuotes(book, knowledge);
  fileGiven(book, question);
  fileModelMemory(book, needed, knowledge);
  for (const id of [platform, ...alternatives]) quotes.price(id);
  quotes.lowestPower(platform);
  const sentences = sayCaveats({ question, rule, choice, runtime, quotes }, book);
  for (const { sources } of runtime ? [...asked, runtime] : asked) book.cite(sources);
  return {
    platform,
    alternatives,
    rule: rule.id,
    because: rule.because,
    names: Object.fromEntries(
      [choice.chosen, ...choice.others].map(({ entry }) => [entry.id, entry.value.name]),
    ),
    path: toPath(asked, rule),
    ...(runtime && { runtime }),
    caveats: sentences,
    resolved: question,
    assumptions: toAssumptions(question, asked),
    facts: book.facts,
    sources: book.sources(),
  };
}

/** A board by its name, with its newest price and the price's day. */
function priced(id: string, { names, facts }: Decision): string {
  const price = facts.find((fact) => fact.id.startsWith(`price.${id}.`))?.display;
  return `${names[id] ?? id}${price ? `, ${price}` : ""}`;
}

function digest(decision: Decision): string {
  const { platform, alternatives, because, runtime, caveats, assumptions } = decision;
  return digestLines([
    `board to take: ${priced(platform, decision)}, because ${because}`,
    runtime && `runtime: ${runtime.choice} (else ${runtime.alternatives.join(", ")}): ${runtime.because}`,
    alternatives.length > 0 && `alternatives: ${alternatives.map((id) => priced(id, decision)).join("; ")}`,
    ...caveats.map((caveat) => `caveat: ${caveat}`),
    assumptions.length > 0 && `assumed: ${assumptions.slice(0, assumptionsInDigest).join("; ")}`,
  ]);
}

/** Which board the documents' decision rules lead to. */
export const decisionTree = defineTool({
  name: "decision-tree",
  description:
    "Which board to buy for a job, by the documents' decision rules: platform, the rules asked on the way, runtime for a load, alternatives within a budget, and caveats. Every field may be left out.",
  input: DecisionQuestion,
  example: { largestModelBillions: 7, modelKind: "llm" },
  offered: offeredDecision,
  run,
  digest,
});
