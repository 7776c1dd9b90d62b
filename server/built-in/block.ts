/** A block of an answer: a heading and its lines; empty blocks are left out. */
export type Block = { heading?: string; lines: readonly string[] };

/** Lines without their repetitions, in order. */
export function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)];
}

/** Blocks as Markdown. */
export function render(blocks: readonly Block[]): string {
  return blocks
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines }) => (heading ? `### ${heading}\n\n${lines.join("\n")}` : lines.join("\n\n")))
    .join("\n\n");
}
