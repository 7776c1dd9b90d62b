import type { Claim } from "./checked-answer.ts";

type Place = Pick<Claim, "start" | "end">;

/** The part of a Markdown tree that matters here. */
type Node = {
  type: string;
  value?: string;
  children?: Node[];
  data?: object;
  position?: { start: { offset?: number }; end: { offset?: number } } | undefined;
};

/** A stretch of a node's text; one with `claim` is the text of the claim of that index. */
type Piece = { value: string; claim?: number };

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{1,31});/iy;

/**
 * Where each character of a node's value stands in its source: escapes, fences and the indent of a further line are
 * passed over, and a reference such as `&lt;` is one character.
 */
function offsetsIn(source: string, value: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (let index = 0; index < value.length; index += 1) {
    while (at < source.length && source[at] !== "&" && source[at] !== value[index]) at += 1;
    reference.lastIndex = at;
    const [written = ""] = reference.exec(source) ?? [];
    offsets.push(at);
    at += written !== "" && !value.startsWith(written, index) ? written.length : 1;
  }
  return offsets;
}

/** Cuts a value at the borders of the claims that lie in it; most of a text's claims lie elsewhere and are passed over. */
function toPieces(value: string, offsets: readonly number[], places: readonly Place[]): Piece[] {
  const first = offsets[0] ?? 0;
  const last = offsets.at(-1) ?? 0;
  const indexOf = (offset: number) => {
    const found = offsets.findIndex((each) => each >= offset);
    return found < 0 ? value.length : found;
  };
  const pieces: Piece[] = [];
  let done = 0;
  for (const [claim, { start, end }] of places.entries()) {
    if (end <= first || start > last) continue;
    const from = Math.max(done, indexOf(start));
    const to = indexOf(end);
    if (value.slice(from, to).trim() === "") continue;
    pieces.push({ value: value.slice(done, from) }, { value: value.slice(from, to), claim });
    done = to;
  }
  return [...pieces, { value: value.slice(done) }].filter((piece) => piece.value !== "");
}

function piecesOf({ value = "", position }: Node, text: string, places: readonly Place[]): Piece[] {
  const start = position?.start.offset;
  const end = position?.end.offset;
  if (start === undefined || end === undefined) return [{ value }];
  const offsets = offsetsIn(text.slice(start, end), value).map((offset) => start + offset);
  return toPieces(value, offsets, places);
}

function toNode({ value, claim }: Piece): Node {
  const text = { type: "text", value };
  if (claim === undefined) return text;
  return { type: "mark", data: { hName: "mark", hProperties: { dataClaim: claim } }, children: [text] };
}

/** Code has no children in Markdown: what it is to be on the page is said beside it. */
function toElement({ value, claim }: Piece): Node & { tagName?: string; properties?: object } {
  const text = { type: "text", value };
  if (claim === undefined) return text;
  return { type: "element", tagName: "mark", properties: { dataClaim: claim }, children: [text] };
}

function withMarks(node: Node, text: string, places: readonly Place[]): Node[] {
  if (node.type === "text") return piecesOf(node, text, places).map(toNode);
  if (node.type === "inlineCode" || node.type === "code")
    return [{ ...node, data: { ...node.data, hChildren: piecesOf(node, text, places).map(toElement) } }];
  if (node.type === "link" || node.type === "linkReference" || !node.children) return [node];
  return [{ ...node, children: node.children.flatMap((child) => withMarks(child, text, places)) }];
}

/** A remark plugin that sets each claim apart as a `mark` with the claim's index; in links nothing can be pressed. */
export function claimMarks(places: readonly Place[]) {
  return (tree: Node, file: { toString(): string }): void => {
    const text = String(file);
    tree.children = tree.children?.flatMap((child) => withMarks(child, text, places)) ?? [];
  };
}
