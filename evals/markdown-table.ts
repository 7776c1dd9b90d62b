/** A cell in one line, without the bars that end cells. */
const cell = (text: string): string => text.replaceAll("|", "/").replaceAll("\n", " ");

/** A table in Markdown. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
