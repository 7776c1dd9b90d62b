import type { Claim } from "./checked-answer.ts";

type Marked = Pick<Claim, "mark">;

/** The part of a Markdown tree that matters here, with the marks that other plugins have made in it. */
type Node = {
  type: string;
  children?: Node[];
  data?: { hName?: string; hProperties?: { dataClaim?: number } };
};

type Section = { heading: Node | undefined; body: Node[] };

function toSections(nodes: readonly Node[]): Section[] {
  const sections: Section[] = [{ heading: undefined, body: [] }];
  for (const node of nodes) {
    if (node.type === "heading") sections.push({ heading: node, body: [] });
    else sections.at(-1)?.body.push(node);
  }
  return sections.filter(({ heading, body }) => heading !== undefined || body.length > 0);
}

const isMark = ({ data }: Node) => data?.hProperties?.dataClaim !== undefined;

const links: ReadonlySet<string> = new Set(["link", "linkReference", "footnoteReference"]);

function hasLink({ type, children = [] }: Node): boolean {
  return links.has(type) || children.some(hasLink);
}

/** Whether something stands there that has to be seen: a passage to open, or a claim that nothing backs. */
function hasToBeSeen({ data, children = [] }: Node, claims: readonly Marked[]): boolean {
  if (data?.hName === "cite") return true;
  if (claims[data?.hProperties?.dataClaim ?? -1]?.mark === "unverified") return true;
  return children.some((child) => hasToBeSeen(child, claims));
}

/** A summary is a control, in which there is no room for another: claims in it are plain words. */
function withoutMarks(node: Node): Node {
  if (!node.children) return node;
  const children = node.children.map(withoutMarks);
  return {
    ...node,
    children: children.flatMap((child) => (isMark(child) ? (child.children ?? []) : [child])),
  };
}

function toNodes({ heading, body }: Section, index: number, claims: readonly Marked[]): Node[] {
  if (!heading) return body;
  const isOpen =
    index === 0 ||
    body.length === 0 ||
    hasLink(heading) ||
    [heading, ...body].some((node) => hasToBeSeen(node, claims));
  if (isOpen) return [heading, ...body];
  const summary = { type: "summary", data: { hName: "summary" }, children: [withoutMarks(heading)] };
  return [{ type: "details", data: { hName: "details" }, children: [summary, ...body] }];
}

/**
 * A remark plugin that folds the sections of a text behind their headings, for a text that answers before its first
 * heading and tells at length behind it what the cards show. A section that cites a passage, says what nothing backs
 * or has a link in its heading stays open.
 */
export function foldSections(claims: readonly Marked[]) {
  return (tree: Node): void => {
    tree.children = toSections(tree.children ?? []).flatMap((section, index) =>
      toNodes(section, index, claims),
    );
  };
}
