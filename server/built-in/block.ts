/** A block of an answer: a heading and its lines; empty blocks are left out. */
export type Block = { heading?: string; lines: readonly string[] };

/** Lines without their repetitions, in order. */
export function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)];
}

/** "A, B and C". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Blocks as Markdown. */
export function render(blocks: readonly Block[]): string {
  return blocks
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines }) => (heading ? `### ${heading}\n\n${lines.join("\n")}` : lines.join("\n\n")))
    .join("\n\n");
}
