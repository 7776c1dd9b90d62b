import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkDocument, textStartOf } from "../../knowledge/chunk.ts";

const matter = ["---", 'title: "# no heading"', "---", ""].join("\n");
const bullet = (index: number) => `- bullet ${index} ${"x".repeat(600)}`;

describe("chunkDocument()", () => {
  it("gives one passage per section, with the path of its headings", () => {
    const text = `${matter}# Board\n\nIntro.\n\n## Memory\n\n- 64 GB\n\n### Bandwidth ##\n\n204.8 GB/s\n\n## Price\n\n1999 USD\n`;
    expect(chunkDocument("board", text).map(({ id, heading, text }) => ({ id, heading, text }))).toEqual([
      { id: "board#board", heading: "Board", text: "Intro." },
      { id: "board#memory", heading: "Board › Memory", text: "- 64 GB" },
      { id: "board#bandwidth", heading: "Board › Memory › Bandwidth", text: "204.8 GB/s" },
      { id: "board#price", heading: "Board › Price", text: "1999 USD" },
    ]);
  });

  it("counts offsets in the file's text, front matter included", () => {
    const [passage] = chunkDocument("a", "---\nx: 1\n---\n# A\n\nBody.\n");
    expect(passage).toMatchObject({ start: 18, end: 23, text: "Body." });
  });

  it("makes no passage of front matter, of a heading alone or of blank lines", () => {
    expect(chunkDocument("a", `${matter}# A\n\n## B\n \n\n## C\n`)).toEqual([]);
    expect(chunkDocument("a", matter)).toEqual([]);
    expect(chunkDocument("a", "")).toEqual([]);
  });

  it("names text before the first heading after the document", () => {
    expect(chunkDocument("notes", "Loose text.\n\n# A\n\nBody.\n")[0]).toMatchObject({
      id: "notes#notes",
      heading: "notes",
    });
  });

  it("numbers repeated headings, also where a heading already looks numbered", () => {
    const text = "## Step\na\n## Step 2\nb\n## Step\nc\n## Step\nd\n";
    expect(chunkDocument("a", text).map(({ id }) => id)).toEqual([
      "a#step",
      "a#step-2",
      "a#step-3",
      "a#step-4",
    ]);
  });

  it.each([
    { title: "FAQ: what is NVFP4?", id: "a#faq-what-is-nvfp4" },
    { title: "30–50 % für `Q4_K_M`", id: "a#30-50-fur-q4-k-m" },
    { title: "???", id: "a#section" },
  ])("makes the slug of $title", ({ title, id }) => {
    expect(chunkDocument("a", `# ${title}\n\nBody.`)[0]?.id).toBe(id);
  });

  it("takes a # in a code block for code", () => {
    const text = "# A\n\n```sh\n# install\nnpm ci\n```\n\nAfter.\n";
    expect(chunkDocument("a", text)).toHaveLength(1);
  });

  it("keeps two bullets that make up 1,500 characters together and splits three at a bullet", () => {
    const two = `# A\n\n${[1, 2].map(bullet).join("\n")}\n`;
    const three = `# A\n\n${[1, 2, 3].map(bullet).join("\n")}\n`;
    expect(chunkDocument("a", two).map(({ id }) => id)).toEqual(["a#a"]);
    const split = chunkDocument("a", three);
    expect(split.map(({ id, heading }) => ({ id, heading }))).toEqual([
      { id: "a#a", heading: "A" },
      { id: "a#a-2", heading: "A" },
    ]);
    expect(split[1]?.text).toBe(bullet(3));
  });

  it("never cuts a bullet, however long it is", () => {
    const long = `- ${"word ".repeat(500)}`.trim();
    expect(chunkDocument("a", `# A\n\n- short\n${long}\n`).map(({ text }) => text)).toEqual([
      "- short",
      long,
    ]);
  });

  it("gives slices of the text, in order, each word of the body exactly once", () => {
    const line = fc.oneof(
      fc.constantFrom("", "```", "# One", "## Two", "### Two", "#no heading", "---", "\t"),
      fc.integer({ min: 1, max: 400 }).map((count) => `- ${"word ".repeat(count)}`),
      fc.lorem({ maxCount: 30 }),
      fc.string({ unit: "grapheme" }),
    );
    const texts = fc
      .record({ lines: fc.array(line), newline: fc.constantFrom("\n", "\r\n") })
      .map(({ lines, newline }) => matter + lines.join(newline));
    fc.assert(
      fc.property(texts, (text) => {
        const passages = chunkDocument("a", text);
        let end = 0;
        for (const passage of passages) {
          expect(text.slice(passage.start, passage.end)).toBe(passage.text);
          expect(passage.text.trim()).not.toBe("");
          expect(passage.start).toBeGreaterThanOrEqual(end);
          end = passage.end;
        }
        expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
        const words = (part: string) => part.match(/\bword\b/g)?.length ?? 0;
        expect(words(passages.map((passage) => passage.text).join("\n"))).toBe(words(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe("textStartOf()", () => {
  it.each([
    { text: "---\nx: 1\n---\n# A\n", start: 13 },
    { text: "# A\n\n---\n\nNo front matter.\n", start: 0 },
    { text: "", start: 0 },
  ])("is $start for $text", ({ text, start }) => {
    expect(textStartOf(text)).toBe(start);
  });
});
