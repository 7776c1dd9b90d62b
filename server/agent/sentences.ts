/** A sentence or line of a text, white space behind it included; sentences follow each other without gaps. */
export type Sentence = { text: string; start: number; end: number };

/** A marker of a citation that stands behind a full stop belongs to the sentence before it. */
const trailingMark = /^\[[^\]\n]*\][.,;]?\s*/;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a line; the last has the line's end. */
function split(line: string, offset: number): Sentence[] {
  const words = line.trimEnd();
  const segments = segmenter.segment(words);
  const sentences: Sentence[] = [];
  for (const { segment, index } of segments) {
    const last = sentences.at(-1);
    const mark = last && trailingMark.exec(segment)?.[0];
    const own = segment.slice(mark?.length ?? 0);
    if (last && mark) {
      last.text += mark;
      last.end += mark.length;
    }
    if (own === "") continue;
    const start = offset + index + (mark?.length ?? 0);
    sentences.push({ text: own, start, end: start + own.length });
  }
  const last = sentences.pop() ?? { text: "", start: offset, end: offset };
  const end = offset + line.length;
  return [...sentences, { text: last.text + line.slice(words.length), start: last.start, end }];
}

/** A row of a table is read whole, whatever stops stand in its cells. */
const row = /^\s*\|/;

/** The sentences of a text, line by line. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of text.matchAll(/[^\n]*(?:\n+|$)/g)) {
    const [line] = match;
    if (line === "") continue;
    const whole = { text: line, start: match.index, end: match.index + line.length };
    sentences.push(...(row.test(line) ? [whole] : split(line, match.index)));
  }
  return sentences;
}
