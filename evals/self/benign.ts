import type { Chance } from "../checker/random.ts";
import type { Subject } from "../scorers/scorer.ts";
import { type Mutation, reworded } from "./mutation.ts";

/** Lists with their items the other way round; what belongs to an item is in its line. */
function reorder(subject: Subject) {
  const list = /(?:^- .*(?:\n|$)){2,}/gm;
  const text = subject.answer.answer.replace(list, (items) => {
    const lines = items.replace(/\n$/, "").split("\n");
    return lines.reverse().join("\n") + (items.endsWith("\n") ? "\n" : "");
  });
  return reworded(subject, text);
}

const precise = /(?<![\w.,/#-])(?<kept>\d+\.\d*?)(?<last>[0-46-9]) (?<unit>GB|tok\/s)(?![\w/])/g;

/** One digit fewer; a five at the end might have been rounded up already. */
function rounded(kept: string, last: string): string {
  const places = Math.max(0, kept.length - kept.indexOf(".") - 1);
  return Number(`${kept}${last}`).toFixed(places);
}

/** One fact of a line with no citation told with a digit fewer. */
function roundOne(subject: Subject, chance: Chance) {
  const text = subject.answer.answer;
  const shown = new Set(subject.everything.facts.map(({ display }) => display));
  const found = [...text.matchAll(precise)].filter(({ 0: written, index, groups }) => {
    const line = text.slice(text.lastIndexOf("\n", index) + 1, text.indexOf("\n", index));
    return shown.has(written) && !/\[\d+\]/.test(line) && !/^0\./.test(groups?.kept ?? "");
  });
  if (found.length === 0) return null;
  const { 0: whole, index, groups } = chance.pick(found);
  const made = `${rounded(groups?.kept ?? "", groups?.last ?? "")} ${groups?.unit ?? ""}`;
  return reworded(subject, text.slice(0, index) + made + text.slice(index + whole.length));
}

/** Deciding facts in bold, as models like to write them. */
function embolden(subject: Subject) {
  const shown = new Set(subject.everything.facts.map(({ display }) => display));
  const lines = subject.answer.answer.split("\n").map((line) => {
    if (/\[\d+\]|^\||\*\*/.test(line)) return line;
    return line.replace(/(?<=(?:needs?|about) )[\d.,]+ (?:GB|tok\/s)(?![\w/])/g, (written) =>
      shown.has(written) ? `**${written}**` : written,
    );
  });
  return reworded(subject, lines.join("\n"));
}

/** Changes of form only: every scorer has to let them pass. */
export const benignMutations: readonly Mutation[] = [
  { kind: "lines reordered", scorer: null, mutate: reorder },
  { kind: "one number rounded", scorer: null, mutate: roundOne },
  {
    kind: "politeness added",
    scorer: null,
    mutate: (subject) =>
      reworded(subject, `Thank you for the question.\n\n${subject.answer.answer}\n\nI hope that this helps.`),
  },
  { kind: "numbers in bold", scorer: null, mutate: embolden },
];
