import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Fact } from "../../tools/facts.ts";
import { shellQuote } from "../../tools/placement/shell.ts";
import { type Block, render, unique } from "./block.ts";
import { toSentence } from "./compose-decision.ts";
import { fitSentence } from "./compose-fit.ts";
import type { Plan } from "./plan.ts";
import type { Why } from "./read-why.ts";
import { type Outcome, sortResults } from "./results.ts";
import { chooseFact, type Located, locate } from "./why-fact.ts";

/** Inputs whose own inputs are told too, and lines of each list. */
const shown = { nested: 4, assumptions: 8, sources: 8, alike: 2 } as const;

/** Units of what the assumptions about energy bear on. */
const ofEnergy: readonly string[] = ["W", "Wh", "J", "USD", "tok/s/W"];

/** Values of a model's record that go into a line of the ledger, by the ids of their facts. */
const recordInputs: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^kv-cache/, ["layers", "kv-heads", "head-size"]],
  [/^(?:weights|host|streamed)/, ["parameters"]],
];

function sourceWords(id: string, knowledge: Knowledge): string {
  const source = knowledge.findSource(id);
  return source ? `${source.title}${source.date ? ` (${source.date})` : ""}` : id;
}

function basisWords({ basis }: Fact, knowledge: Knowledge): string {
  switch (basis.kind) {
    case "computed":
      return basis.formula;
    case "cited":
      return `said by ${sourceWords(basis.source, knowledge)}`;
    case "given":
      return "given in the question, or taken where it was not";
  }
}

function inputsOf({ basis }: Fact, { outcome }: Located): Fact[] {
  if (basis.kind !== "computed") return [];
  return basis.inputs.flatMap((id) => outcome.output.facts.filter((fact) => fact.id === id));
}

function inputLine(fact: Fact, knowledge: Knowledge): string {
  return `${fact.label}: ${fact.display} – ${basisWords(fact, knowledge)}`;
}

/** The inputs of a fact with their values; those of the inputs too, where they are few. */
function inputLines(located: Located, knowledge: Knowledge): string[] {
  const inputs = inputsOf(located.fact, located);
  return inputs.flatMap((fact) => {
    const own = inputsOf(fact, located);
    const isShort = inputs.length <= shown.nested;
    const nested = isShort ? own.map((each) => `  - ${each.label}: ${each.display}`) : [];
    return [`- ${inputLine(fact, knowledge)}`, ...nested];
  });
}

/** What the records say of the model that a line of a ledger is of. */
function recordLines({ fact }: Located, outcomes: readonly Outcome[]): string[] {
  const wanted = recordInputs.find(([pattern]) => pattern.test(fact.id))?.[1] ?? [];
  const about = `${fact.label} ${fact.entity}`;
  const { lookUps } = sortResults(outcomes);
  const own = lookUps.flatMap(({ facts }) => facts).filter(({ entity }) => about.includes(entity));
  return wanted.flatMap((id) =>
    own
      .filter((each) => each.id === id)
      .slice(0, 1)
      .map(({ label, display }) => `- ${label}: ${display}`),
  );
}

function assumptionsOf({ outcome: { output }, fact }: Located): string[] {
  const all = "assumptions" in output && Array.isArray(output.assumptions) ? output.assumptions : [];
  const texts = all.flatMap((text: unknown) =>
    typeof text === "string" && (ofEnergy.includes(fact.unit) || !text.startsWith("energy:")) ? [text] : [],
  );
  const owner = /\((.+)\)$/.exec(fact.label)?.[1];
  const own = owner ? texts.filter((text) => text.startsWith(`${owner}:`)) : texts;
  return own.slice(0, shown.assumptions).map((text) => `- ${text}`);
}

/** The call that gave the number, to be made again in the terminal. */
export function recheckCommand(name: string, input: unknown): string {
  return `npm run -s advisor -- tool ${name} --input ${shellQuote(JSON.stringify(input))}`;
}

function headline({ fact }: Located, why: Why, missed: boolean): string {
  const what = `${fact.display} is the ${fact.label} (${fact.entity})`;
  if (!missed || !why.figure) return `**${what}.**`;
  return `**No number of that answer is ${why.figure.text}; the nearest: ${what}.**`;
}

function alikeLine(found: Located, alike: readonly Located[]): string[] {
  const others = unique(
    alike
      .filter(({ fact }) => fact.label !== found.fact.label || fact.entity !== found.fact.entity)
      .map(({ fact }) => `the ${fact.label} (${fact.entity})`),
  );
  return others.length > 0 ? [`The same number is ${others.slice(0, shown.alike).join("; ")}.`] : [];
}

/** Why a plan is judged so: the sentence of the verdict, before its arithmetic. */
function verdictLines(found: Located, why: Why, outcomes: readonly Outcome[]): string[] {
  const fit = sortResults(outcomes).fits.find((each) => each === found.outcome.output);
  return fit && (why.verdict || found.fact.id === "headroom") && !why.figure
    ? [`**${fitSentence(fit)}**`]
    : [];
}

/** Who says that board, engine and format cannot be combined; undefined for a plan that has arithmetic. */
function refusal(
  { outcome }: Located,
  outcomes: readonly Outcome[],
  knowledge: Knowledge,
): Block | undefined {
  const fit = sortResults(outcomes).fits.find((each) => each === outcome.output);
  if (fit?.verdict !== "unsupported") return undefined;
  const lines = fit.blockers.map(({ message, source }) => `- ${message} – ${sourceWords(source, knowledge)}`);
  return { heading: "Where it comes from", lines: unique(lines) };
}

function derivation(located: Located, outcomes: readonly Outcome[], knowledge: Knowledge): Block {
  const { fact } = located;
  const refused = refusal(located, outcomes, knowledge);
  if (refused) return refused;
  const formula = fact.basis.kind === "computed" ? `- Computed as: ${fact.basis.formula}` : "";
  const origin = fact.basis.kind === "computed" ? "" : `- ${toSentence(basisWords(fact, knowledge))}`;
  const lines = [formula, origin, ...recordLines(located, outcomes), ...inputLines(located, knowledge)];
  return { heading: "Where it comes from", lines: lines.filter((line) => line !== "") };
}

function sourcesOf({ outcome, fact }: Located): string[] {
  const { sources } = outcome.output;
  const cited = fact.basis.kind === "cited" ? fact.basis.source : undefined;
  const own = cited ? sources.filter(({ id }) => id === cited) : sources;
  return unique(own.map(({ title, date }) => `- ${title}${date ? ` (${date})` : ""}`)).slice(
    0,
    shown.sources,
  );
}

/** The reason of an advice: the rule that decided it, and the way to it. */
function decisionAnswer(outcomes: readonly Outcome[], knowledge: Knowledge): string | undefined {
  const [decision] = outcomes[0]?.name === "decision-tree" ? sortResults(outcomes).decisions : [];
  if (!decision) return undefined;
  const { names, platform, because, path, resolved, sources } = decision;
  return render([
    { lines: [`**${names[platform]}: ${toSentence(because)}**`] },
    {
      heading: "The way to it",
      lines: path.map(({ question, answer, sources: said }) => {
        const who = said.map((id) => sourceWords(id, knowledge)).join("; ");
        return `- ${question} ${answer}${who ? ` – ${who}` : ""}`;
      }),
    },
    { heading: "To check it again", lines: [`- \`${recheckCommand("decision-tree", resolved)}\``] },
    { heading: "Sources", lines: sources.map(({ title, date }) => `- ${title}${date ? ` (${date})` : ""}`) },
  ]);
}

/** Formula, inputs and sources of a number of the answer before; undefined where that answer had none. */
export function composeWhy(
  plan: Plan,
  why: Why,
  outcomes: readonly Outcome[],
  knowledge: Knowledge,
): string | undefined {
  const isBare = !why.figure && !why.fact && !why.verdict;
  const advice = isBare ? decisionAnswer(outcomes, knowledge) : undefined;
  if (advice) return advice;
  if (locate(outcomes).length === 0) return undefined;
  const { found, missed, alike } = chooseFact(plan, why, outcomes);
  if (missed && !plan.followsUp) return undefined;
  if (!found)
    return why.figure && `**No number of that answer is ${why.figure.text}**, and none has its unit.`;
  const verdict = verdictLines(found, why, outcomes);
  return render([
    { lines: verdict.length > 0 ? verdict : [headline(found, why, missed)] },
    { lines: alikeLine(found, alike) },
    derivation(found, outcomes, knowledge),
    { heading: "Taken for it", lines: assumptionsOf(found) },
    {
      heading: "To check it again",
      lines: [`- \`${recheckCommand(found.outcome.name, found.outcome.input)}\``],
    },
    { heading: "Sources", lines: sourcesOf(found) },
  ]);
}
