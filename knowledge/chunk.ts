/** A piece of a document that can be cited: `text` is the document's text from `start` to `end`, to the character. */
export type Chunk = {
  id: string;
  document: string;
  /** Where it stands: "Title › Section › Subsection". */
  heading: string;
  text: string;
  start: number;
  end: number;
};

type Line = { text: string; start: number; end: number; fenced: boolean };
type Section = { headings: { level: number; title: string }[]; lines: Line[] };
type Span = { start: number; end: number };

/** Longer passages cost a small model's context and blur the ranking; our sections mostly stay below. */
const MAX_CHARACTERS = 1500;

const frontMatter = /^---\r?\n(?:[\s\S]*?\n)?---[ \t]*(?:\r?\n|$)/;
const heading = /^(?<marks>#{1,6})[ \t]+(?<title>\S.*?)(?:[ \t]+#+)?\s*$/;
const fence = /^ {0,3}(?:```|~~~)/;
const boundary = /^(?:[-*+] |\d+\. |\|)/;

/** What stands between the headings of a path. */
export const HEADING_SEPARATOR = " › ";

/** Where the text of a document begins: after its front matter, where it has one. */
export function textStartOf(text: string): number {
  return frontMatter.exec(text)?.[0].length ?? 0;
}

/** Lines with their offsets; a line of a code block is marked, because a "#" in it is no heading. */
function toLines(text: string, from: number): Line[] {
  let open = false;
  return [...text.slice(from).matchAll(/[^\n]*\n|[^\n]+$/g)].map(({ 0: line, index }) => {
    const edge = fence.test(line);
    if (edge) open = !open;
    return { text: line, start: from + index, end: from + index + line.length, fenced: open || edge };
  });
}

function toSections(lines: Line[]): Section[] {
  let section: Section = { headings: [], lines: [] };
  const sections = [section];
  for (const line of lines) {
    const { marks, title } = (line.fenced ? null : heading.exec(line.text))?.groups ?? {};
    if (marks === undefined || title === undefined) {
      section.lines.push(line);
      continue;
    }
    const above = section.headings.filter(({ level }) => level < marks.length);
    section = { headings: [...above, { level: marks.length, title }], lines: [] };
    sections.push(section);
  }
  return sections;
}

/** Bullets, table rows and paragraphs: the units that are never cut. */
function toBlocks(lines: Line[]): Span[] {
  const blocks: Span[] = [];
  let block: Span | undefined;
  let afterBlank = false;
  for (const { text, start, end, fenced } of lines) {
    if (block && (fenced || !(afterBlank || boundary.test(text)))) block.end = end;
    else {
      block = { start, end };
      blocks.push(block);
    }
    afterBlank = text.trim() === "";
  }
  return blocks;
}

/** Joins blocks until the next one would make the passage too long. */
function pack(blocks: Span[]): Span[] {
  const spans: Span[] = [];
  for (const block of blocks) {
    const last = spans.at(-1);
    if (last && block.end - last.start <= MAX_CHARACTERS) last.end = block.end;
    else spans.push({ ...block });
  }
  return spans;
}

function trim({ start, end }: Span, text: string): Span {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  return { start: from, end: from + raw.trim().length };
}

function toSlug(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu)?.join("-") ?? "section";
}

/** Gives out ids that stay the same as long as the headings do; a repeat gets -2, -3, …. */
function createIds(document: string): (title: string) => string {
  const taken = new Set<string>();
  return (title) => {
    const base = `${document}#${toSlug(title)}`;
    let id = base;
    for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
    taken.add(id);
    return id;
  };
}

/**
 * Takes a Markdown document apart into passages, one per section and more where a section is long.
 * The front matter is no passage, and neither is a section without text of its own.
 */
export function chunkDocument(document: string, text: string): Chunk[] {
  const nextId = createIds(document);
  return toSections(toLines(text, textStartOf(text))).flatMap(({ headings, lines }) => {
    const spans = pack(toBlocks(lines)).map((span) => trim(span, text));
    const titles = headings.length > 0 ? headings.map(({ title }) => title) : [document];
    return spans
      .filter(({ start, end }) => end > start)
      .map(({ start, end }) => ({
        id: nextId(titles.at(-1) ?? document),
        document,
        heading: titles.join(HEADING_SEPARATOR),
        text: text.slice(start, end),
        start,
        end,
      }));
  });
}
