import { splitHidden } from "../hidden-characters.ts";

/** The part of a tree of HTML that matters here; what was HTML in the Markdown is `raw` until it is shown as text. */
type Node = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
};

function toNodes(value: string): Node[] {
  return splitHidden(value).map(({ text, isHidden }): Node => {
    const node = { type: "text", value: text };
    if (!isHidden) return node;
    const properties = { className: ["hidden-mark"], dir: "ltr" };
    return { type: "element", tagName: "span", properties, children: [node] };
  });
}

function markIn(node: Node): void {
  // What is cited is looked up as it is written.
  if (!node.children || node.tagName === "cite") return;
  node.children = node.children.flatMap((child) =>
    child.type === "text" || child.type === "raw" ? toNodes(child.value ?? "") : [child],
  );
  for (const child of node.children) if (child.type === "element") markIn(child);
}

/** A rehype plugin that shows what stands in a text unseen; at the end, when every offset into the text has been used. */
export function hiddenMarks() {
  return markIn;
}
