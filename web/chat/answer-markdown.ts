import { revealHidden } from "../hidden-characters.ts";
import type { CheckedAnswer } from "./checked-answer.ts";
import { splitMark } from "./citation-marks.ts";
import type { Passage } from "./passages.ts";

/** Code, in which a bracket is no citation; text between brackets that no link follows. */
const codeOrMark = /```[\s\S]*?(?:```|$)|`[^`\n]*`|\[([^[\]\n]{1,300})\](?!\()/g;

export type Said = {
  text: string;
  passages: ReadonlyMap<string, Passage>;
  answer: CheckedAnswer | undefined;
};

type Name = (passage: Passage) => string;

function toFootnote(passage: Passage, nameOf: Name): string {
  const { source, heading, text } = passage;
  const lines = revealHidden(text)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const quoted = lines.map((line) => `    > ${line}`);
  return [`[^${nameOf(passage)}]: ${[source, heading].filter(Boolean).join(", ")}`, "", ...quoted].join("\n");
}

/** Who wrote it and what did not pass the check: marks on the page, which a copy would lose. */
function toRemark({ model, degraded, check: { unverified } }: CheckedAnswer): string {
  const texts = [...new Set(unverified.map(({ text }) => revealHidden(text)))];
  const stepsIn = degraded ? ", in place of a model that did not answer" : "";
  const doubts = texts.length > 0 ? ` Not verified: ${texts.join(", ")}.` : "";
  return `*Jetson Advisor, ${model}${stepsIn}.${doubts}*`;
}

/**
 * An answer as Markdown for elsewhere: its citations are footnotes, each with its passage. In a text of several answers
 * a footnote's name begins with the number of its turn.
 */
export function toMarkdown({ text, passages, answer }: Said, turn?: number): string {
  const cited = new Map<number, Passage>();
  const nameOf: Name = ({ number }) => (turn === undefined ? `${number}` : `${turn}-${number}`);
  const body = text.replace(codeOrMark, (whole: string, mark: string | undefined) => {
    const ids = mark === undefined ? [] : splitMark(mark);
    const found = ids.flatMap((id) => passages.get(id) ?? []);
    if (found.length === 0 || found.length < ids.length) return whole;
    for (const passage of found) cited.set(passage.number, passage);
    return found.map((passage) => `[^${nameOf(passage)}]`).join("");
  });
  const inOrder = [...cited.values()].sort((one, other) => one.number - other.number);
  const footnotes = inOrder.map((passage) => toFootnote(passage, nameOf));
  const remarks = answer ? [toRemark(answer)] : [];
  return [revealHidden(body).trim(), ...remarks, ...footnotes].join("\n\n").concat("\n");
}
