import { sortResults } from "../../server/built-in/results.ts";
import { type Citation, findMarkers, type Marker } from "../../server/check/citations.ts";
import { fold } from "../../server/check/fold.ts";
import { segmentsOf } from "../../server/check/layout.ts";
import { type Amount, findAmounts, shows } from "./amounts.ts";
import { judgeBy } from "./judge-by.ts";
import { ownAmounts } from "./own-amounts.ts";
import type { Scorer, Subject } from "./scorer.ts";

/** The citations are passages that a search finds, word for word. */
function altered({ answer, gold, made }: Subject): string[] {
  const passages = sortResults([...gold, ...made]).searches.flatMap((search) => search.passages);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  return answer.citations.flatMap(({ id, passage, source, text }) => {
    const found = byId.get(passage);
    if (!found) return [`[${id}] is ${passage}, which no search finds.`];
    return found.text === text && found.document === source
      ? []
      : [`[${id}] does not quote ${passage} as it is.`];
  });
}

/** Markers and citations belong together one by one. */
function dangling(markers: readonly Marker[], citations: readonly Citation[]): string[] {
  const pointed = new Set(markers.map(({ target }) => target));
  const known = new Set(citations.map(({ id }) => id));
  return [
    ...[...pointed].filter((id) => !known.has(id)).map((id) => `[${id}] points to no citation.`),
    ...[...known].filter((id) => !pointed.has(id)).map((id) => `Citation ${id} stands behind nothing.`),
  ];
}

const holds = ({ text }: Citation, amount: Amount) =>
  findAmounts(text).some(
    ({ unit, readings }) => unit === amount.unit && readings.some(({ value }) => shows(amount, value)),
  );

/** A quoted title that ends with a question ends no sentence. */
const withoutQuotedEnds = (folded: string) =>
  folded.replace(/"[^"\n]{1,160}"/g, (quoted) => quoted.replace(/[.?!]/g, " "));

/** Where the sentence before a marker has amounts, one at least stands in the passage. */
function unheld(markers: readonly Marker[], { answer, names }: Subject): string[] {
  const folded = withoutQuotedEnds(fold(answer.answer));
  const segments = segmentsOf(folded);
  return markers.flatMap(({ start, target }) => {
    const segment = segments.find((each) => start >= each.start && start <= each.end);
    const citation = answer.citations.find(({ id }) => id === target);
    if (!segment || !citation) return [];
    const amounts = ownAmounts(folded.slice(segment.start, segment.end), names);
    if (amounts.length === 0 || amounts.some((amount) => holds(citation, amount))) return [];
    return [`[${target}] holds none of the amounts it stands behind.`];
  });
}

/** One of the wanted documents or passages is cited. */
function uncited({ case: { expects }, answer }: Subject): string[] {
  const { cites } = expects;
  const isCited = answer.citations.some(
    ({ passage, source }) => cites.includes(passage) || cites.includes(source),
  );
  return cites.length === 0 || isCited ? [] : [`It does not cite ${cites.join(" or ")}.`];
}

/** Citations are real, word for word, speak of what they stand behind, and those wanted are among them. */
export const citationsScorer: Scorer = {
  name: "citations",
  about: "Cites passages that exist, word for word, behind what they say.",
  score(subject) {
    const { answer, checked, case: asked } = subject;
    const markers = findMarkers(fold(answer.answer));
    if (markers.length + answer.citations.length + asked.expects.cites.length === 0) return undefined;
    return judgeBy([
      ...dangling(markers, answer.citations),
      ...altered(subject),
      ...unheld(markers, subject),
      ...checked.unverified
        .filter(({ kind }) => kind === "citation")
        .map(({ text, reason = "" }) => `${text} does not stand. ${reason}`),
      ...uncited(subject),
    ]);
  },
};
