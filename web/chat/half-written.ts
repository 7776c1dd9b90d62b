import remend from "remend";

/**
 * Ends of a text that mean nothing until more of it has come: a mark that may open or close something, a bracket, a
 * reference, and a line that may become a list, a heading or a rule.
 */
const unfinished = /(?:\n[-+=#>]+[ \t]*|!?\[[^[\]\n]{0,300}|&#?\w{0,30}|[*_`~]+|\\|!)$/;

/** No option may change what a whole text means: the streamed and the checked text are to look the same. */
const options = {
  linkMode: "text-only",
  htmlTags: false,
  katex: false,
  setextHeadings: false,
  comparisonOperators: false,
  singleTilde: false,
} as const;

/** A table is one only from the end of the line below its head: until then, both wait. */
function withoutTableHead(text: string): string {
  const lines = text.split("\n");
  const written = lines.at(-1) === "" ? lines.slice(0, -1) : lines;
  const start = written.findLastIndex((line) => !line.trimStart().startsWith("|")) + 1;
  const rows = written.length - start;
  const isClear = rows === 0 || rows > 2 || (rows === 2 && written.length < lines.length);
  return isClear ? text : lines.slice(0, start).join("\n");
}

/** The part of a half-written Markdown text that can be shown: what is open is closed, what is unclear waits. */
export function closeMarkdown(text: string): string {
  return remend(withoutTableHead(text).replace(unfinished, ""), options);
}
