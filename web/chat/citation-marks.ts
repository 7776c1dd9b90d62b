/** The part of a Markdown tree that matters here. */
type Node = { type: string; value?: string; children?: Node[]; data?: object };

/** Text in square brackets on one line. */
const bracketed = /\[([^[\]\n]{1,300})\]/;

/** The ids in a mark, which may name several passages. */
export function splitMark(mark: string): string[] {
  return mark.split(/[,;]/).map((id) => id.trim());
}

/** Every id that stands in a mark of a text, in order. */
export function findMarks(text: string): string[] {
  return text
    .split(bracketed)
    .filter((_, index) => index % 2 === 1)
    .flatMap(splitMark);
}

/** Parts with an even index are text, those with an odd one are marks. */
function toNodes(value: string): Node[] {
  return value
    .split(bracketed)
    .map((part, index): Node => {
      const text = { type: "text", value: part };
      return index % 2 === 0 ? text : { type: "mark", data: { hName: "cite" }, children: [text] };
    })
    .filter((node) => node.value !== "");
}

function markIn(node: Node): void {
  if (!node.children || node.type === "link" || node.type === "linkReference") return;
  node.children = node.children.flatMap((child) =>
    child.type === "text" ? toNodes(child.value ?? "") : [child],
  );
  for (const child of node.children) if (child.type !== "mark") markIn(child);
}

/** A remark plugin that sets everything in square brackets apart as a `cite`; what is a citation is decided on showing it. */
export function citationMarks() {
  return markIn;
}
