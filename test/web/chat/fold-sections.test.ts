import { describe, expect, it } from "vitest";
import { foldSections } from "../../../web/chat/fold-sections.ts";

type Node = Parameters<ReturnType<typeof foldSections>>[0];

const text = (): Node => ({ type: "paragraph", children: [{ type: "text" }] });
const heading = (): Node => ({ type: "heading", children: [{ type: "text" }] });
const holding = (data: Node["data"] & object): Node => ({
  type: "list",
  children: [{ type: "paragraph", children: [{ type: "mark", data, children: [{ type: "text" }] }] }],
});
const cited = () => holding({ hName: "cite" });
const claimed = (index: number) => holding({ hName: "mark", hProperties: { dataClaim: index } });
const claims = [{ mark: "verified" }, { mark: "unverified" }] as const;

/** The kinds of what stands at the top, a folded section with the kinds of what is in it. */
function shapeOf(...children: Node[]): unknown[] {
  const tree: Node = { type: "root", children };
  foldSections(claims)(tree);
  return (tree.children ?? []).map((node) =>
    node.type === "details" ? (node.children ?? []).map(({ type }) => type) : node.type,
  );
}

describe("foldSections()", () => {
  it("folds what stands under a heading, behind the answer", () => {
    expect(shapeOf(text(), heading(), text(), text(), heading(), claimed(0))).toEqual([
      "paragraph",
      ["summary", "paragraph", "paragraph"],
      ["summary", "list"],
    ]);
  });

  it("leaves open what begins the text, also under a heading", () => {
    expect(shapeOf(heading(), text(), heading(), text())).toEqual([
      "heading",
      "paragraph",
      ["summary", "paragraph"],
    ]);
  });

  it("leaves open what cites a passage, and what nothing backs", () => {
    expect(shapeOf(text(), heading(), cited(), heading(), claimed(1))).toEqual([
      "paragraph",
      "heading",
      "list",
      "heading",
      "list",
    ]);
  });

  it.each(["link", "linkReference", "footnoteReference"])(
    "leaves open what has a %s in its heading",
    (type) => {
      const linked = { type: "heading", children: [{ type: "strong", children: [{ type }] }] };
      expect(shapeOf(text(), linked, text(), heading(), { type })).toEqual([
        "paragraph",
        "heading",
        "paragraph",
        ["summary", type],
      ]);
    },
  );

  it("makes plain words of the claims of a heading behind which it folds", () => {
    const mark = { type: "mark", data: { hProperties: { dataClaim: 0 } }, children: [{ type: "text" }] };
    const tree = { type: "root", children: [text(), { type: "heading", children: [mark] }, text()] };
    foldSections(claims)(tree);
    expect(tree.children[1]?.children?.[0]).toEqual({
      type: "summary",
      data: { hName: "summary" },
      children: [{ type: "heading", children: [{ type: "text" }] }],
    });
  });

  it("leaves a heading that nothing follows yet as it is", () => {
    expect(shapeOf(text(), heading())).toEqual(["paragraph", "heading"]);
    expect(shapeOf()).toEqual([]);
  });
});
