/** A part of a text with its place in it, so that claims are found by their offsets. */
export type Span = { start: number; end: number };

/** What the lines of an answer are; a table has a row of cells for each line. */
export type Block =
  | { kind: "heading" | "list" | "paragraph"; lines: Span[] }
  | { kind: "table"; rows: Span[][] };

type Line = Span & { kind: Block["kind"] | "blank" | "rule" };

function kindOf(text: string): Line["kind"] {
  if (text.trim() === "") return "blank";
  if (/^\s*\|[\s:|-]+\|\s*$/.test(text)) return "rule";
  if (/^\s*\|.*\|\s*$/.test(text)) return "table";
  if (/^#{1,6} /.test(text)) return "heading";
  return /^\s*(?:[-*]|\d+\.) /.test(text) ? "list" : "paragraph";
}

/** A line without the marks that made it a heading or an item. */
function lineAt(text: string, start: number): Line {
  const kind = kindOf(text);
  const skipped = /^(?:#+ +|\s*[-*] +|\s*)/.exec(text)?.[0].length ?? 0;
  return { kind, start: start + skipped, end: start + text.length };
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const found = lineAt(line, start);
    start += line.length + 1;
    return found;
  });
}

/** The cells of a table's row: what stands between its bars. */
function cellsOf(text: string, { start, end }: Span): Span[] {
  const bars = [...text.slice(start, end).matchAll(/\|/g)].map(({ index }) => start + index);
  return bars.slice(0, -1).map((bar, index) => ({ start: bar + 1, end: bars[index + 1] ?? end }));
}

/** The blocks of an answer, as far as answers use Markdown: headings, lists, tables, paragraphs. */
export function answerBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let before: Line["kind"] = "blank";
  for (const line of linesOf(text)) {
    const { kind, start, end } = line;
    const last = before === kind || (before === "rule" && kind === "table") ? blocks.at(-1) : undefined;
    if (kind === "table") {
      const row = cellsOf(text, line);
      if (last?.kind === "table") last.rows.push(row);
      else blocks.push({ kind, rows: [row] });
    } else if (kind !== "blank" && kind !== "rule") {
      if (last && last.kind !== "table" && kind !== "heading") last.lines.push({ start, end });
      else blocks.push({ kind, lines: [{ start, end }] });
    }
    before = kind;
  }
  return blocks;
}
