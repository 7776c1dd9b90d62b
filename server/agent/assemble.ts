import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Outcome, sortResults } from "../built-in/results.ts";
import { numberCitations } from "../check/citations.ts";
import type { Answer, BoardVerdict, ToolCall } from "./answer.ts";

/** The calls of a turn that came back. */
export function toToolCalls(outcomes: readonly Outcome[]): ToolCall[] {
  return outcomes.flatMap((outcome): ToolCall[] => ("output" in outcome ? [outcome] : []));
}

/** The verdict of each placement that was judged. */
export function verdictsOf(outcomes: readonly Outcome[]): BoardVerdict[] {
  return sortResults(outcomes).fits.map(({ resolved, names, verdict }) => ({
    device: typeof resolved.device === "string" ? resolved.device : names.device,
    workloads: names.workloads,
    verdict,
  }));
}

/** One verdict where all boards agree, "depends" where they differ, null where none was judged. */
export function overallVerdict(verdicts: readonly BoardVerdict[]): Answer["verdict"] {
  const [first] = verdicts;
  if (!first) return null;
  return verdicts.every(({ verdict }) => verdict === first.verdict) ? first.verdict : "depends";
}

/** What the question itself leads to, whoever called it; where nothing was planned but a search, what the model called. */
export function groundsOf(planned: readonly Outcome[], made: readonly Outcome[]): readonly Outcome[] {
  const isComputed = (outcome: Outcome) => "output" in outcome && outcome.name !== "search-documents";
  return planned.some(isComputed) ? planned : made;
}

/** A text with its citations numbered; passages that were not retrieved in this turn are not cited. */
export function withCitations(text: string, outcomes: readonly Outcome[], knowledge: Knowledge) {
  const passages = sortResults(outcomes).searches.flatMap((search) => search.passages);
  return numberCitations(text, passages, (id) => knowledge.source(id).title);
}
