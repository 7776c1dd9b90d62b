import type { Passage } from "../../knowledge/search.ts";
import type { Fact, FactUnit } from "../../tools/facts.ts";
import type { ToolResult } from "../../tools/tool.ts";
import { setAside } from "./aside.ts";
import { type BoundFact, bindFacts } from "./bound-facts.ts";
import type { Citation } from "./citations.ts";
import { pairNaturally } from "./fact-pairs.ts";
import { type Finding, findingsOf } from "./findings.ts";
import { fold } from "./fold.ts";
import type { Names } from "./names.ts";
import { findNumbers, type NumberToken } from "./numbers.ts";
import { type CountIndex, indexCounts, indexWords, type WordIndex } from "./tool-words.ts";

/** A call of this turn with what came back. */
export type EvidenceCall = {
  name: string;
  input: unknown;
  output: ToolResult;
  /** True for a call that the question did not ask for: a verdict that names no board is not about it. */
  isAside?: boolean;
};

/** A passage that may be cited, by its id or by the number of its citation. */
export type CitablePassage = Pick<Passage, "id" | "text" | "heading" | "document">;

/** Everything an answer may rest on, all of it from this turn and this server; made by {@link evidenceOf}. */
export type Evidence = {
  /** The user's own words, of the whole conversation. */
  question: string;
  facts: readonly Fact[];
  /** What the tools decided, board by board. */
  verdicts: readonly Finding[];
  passages: readonly CitablePassage[];
  /** Sentences and names the tools themselves wrote. */
  words: readonly string[];
  names: Names;
  /** What the checker looks things up in, built once. */
  index: EvidenceIndex;
};

/** Evidence in the form in which it is compared with a text. */
export type EvidenceIndex = {
  byUnit: ReadonlyMap<FactUnit, readonly BoundFact[]>;
  bound: ReadonlyMap<string, BoundFact>;
  /** Facts of one plan that are often held against each other. */
  pairs: readonly [BoundFact, BoundFact][];
  asked: readonly NumberToken[];
  words: WordIndex;
  /** All that the tools wrote, in lower case, line by line. */
  lines: string;
  /** Titles of the sources, folded. */
  titles: readonly string[];
  /** Whether any fact holds in one power mode only. */
  hasModes: boolean;
  counts: CountIndex;
  /** The passage a marker points to. */
  passage(target: string): CitablePassage | undefined;
  numbersOf(passage: CitablePassage): readonly NumberToken[];
};

/** Facts of several calls side by side: ids carry the number of their call, inputs with them. */
export function numberedFacts(calls: readonly { output: ToolResult }[]): Fact[] {
  return calls.flatMap(({ output }, index) => {
    const rename = (id: string) => `${index + 1}.${id}`;
    return output.facts.map((fact): Fact => {
      const { basis } = fact;
      const renamed = basis.kind === "computed" ? { ...basis, inputs: basis.inputs.map(rename) } : basis;
      return { ...fact, id: rename(fact.id), basis: renamed };
    });
  });
}

/** What a call was given comes back in its result; it is the caller's, not the tool's. */
function withoutInput(result: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(result).filter(([field]) => field !== "resolved"));
}

/** The words of a tool's result; what its facts display is left out, since those numbers are matched as facts. */
export function wordsOfResult({ facts, ...rest }: ToolResult): string[] {
  const ofFacts = facts.flatMap(({ label, entity, basis }) =>
    basis.kind === "computed" ? [label, entity, basis.formula] : [label, entity],
  );
  return [...stringsOf(withoutInput(rest)), ...ofFacts];
}

/** Strings this short are ids and units, not sentences. */
const shortestSentence = 3;

/** Every string inside a tool's result, line by line, since answers quote single lines of passages. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return linesOf(value);
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(stringsOf);
  return [];
}

function linesOf(text: string): string[] {
  const lines = text.split("\n").map((line) => line.replace(/^- /, "").trim());
  return lines.filter((line) => line.length >= shortestSentence);
}

function isPassage(value: unknown): value is CitablePassage {
  return (
    typeof value === "object" && value !== null && "id" in value && "text" in value && "document" in value
  );
}

/** The passages of a result, where it is one of a search. */
function passagesOf({ output }: EvidenceCall): CitablePassage[] {
  if (!("passages" in output) || !Array.isArray(output.passages)) return [];
  return output.passages.filter(isPassage);
}

/** Every number of a plain text, such as the question or a passage. */
function numbersIn(text: string, names: Names): NumberToken[] {
  const folded = fold(text);
  return findNumbers(folded, setAside(folded, names.find(folded)));
}

function passageLookUp(passages: readonly CitablePassage[], citations: readonly Citation[]) {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const byNumber = new Map(citations.map(({ id, passage }) => [id, byId.get(passage)]));
  return (target: string) => byId.get(target) ?? byNumber.get(target);
}

/** Reads each passage at most once. */
function passageReader(names: Names): EvidenceIndex["numbersOf"] {
  const read = new Map<string, NumberToken[]>();
  return ({ id, text }) => {
    const numbers = read.get(id) ?? numbersIn(text, names);
    read.set(id, numbers);
    return numbers;
  };
}

/** The same evidence for a text whose numbered markers stand for these passages. */
export function withCitations(evidence: Evidence, citations: readonly Citation[]): Evidence {
  const passage = passageLookUp(evidence.passages, citations);
  return { ...evidence, index: { ...evidence.index, passage } };
}

/**
 * Gathers what an answer may rest on: the user's words, the results of this turn's calls, and the passages they
 * retrieved; `citations` say which passage a numbered marker stands for.
 */
export function evidenceOf(
  question: string,
  calls: readonly EvidenceCall[],
  names: Names,
  citations: readonly Citation[] = [],
): Evidence {
  const facts = numberedFacts(calls);
  const bound = bindFacts(facts, names);
  const byUnit = new Map<FactUnit, BoundFact[]>();
  for (const fact of bound) byUnit.set(fact.unit, [...(byUnit.get(fact.unit) ?? []), fact]);
  const passages = calls.flatMap(passagesOf);
  const words = [...new Set(calls.flatMap(({ output }) => wordsOfResult(output)))];
  const index: EvidenceIndex = {
    byUnit,
    bound: new Map(bound.map((fact) => [fact.id, fact])),
    pairs: pairNaturally(bound),
    asked: numbersIn(question, names),
    words: indexWords(words),
    lines: words.join("\n").toLowerCase(),
    titles: [...new Set(calls.flatMap(({ output }) => output.sources.map(({ title }) => fold(title))))],
    hasModes: bound.some(({ mode }) => mode !== undefined),
    counts: indexCounts(words, calls),
    passage: passageLookUp(passages, citations),
    numbersOf: passageReader(names),
  };
  return { question, facts, verdicts: findingsOf(calls, bound, names), passages, words, names, index };
}
