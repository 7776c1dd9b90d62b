import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { chunkDocument } from "../../knowledge/chunk.ts";
import { openDocuments } from "../../knowledge/source-documents.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const root = mkdtempSync(join(tmpdir(), "source-documents-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const matter = '---\ntitle: "Notes on Thor"\npublisher: Somebody\ndate: "2026-05"\n---\n';
const long = `- one ${"x".repeat(900)}\n- two ${"x".repeat(900)}\n`;
const notes = `${matter}# Thor\n\n## Price\n\nIt has one.\n\n## Speed\n\n${long}`;

/** The documents of a new folder with these files. */
function shelf(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(root, "shelf-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return openDocuments(folder);
}

describe("openDocuments()", () => {
  it("lists each document with what its front matter says, in the order of the files", () => {
    const documents = shelf({ "thor-notes.md": notes, "a.md": "---\ntitle: A\n---\nText.\n", "b.txt": "no" });
    expect(documents.list()).toEqual([
      { id: "a", title: "A", passageCount: 1, headingCount: 1 },
      {
        id: "thor-notes",
        title: "Notes on Thor",
        publisher: "Somebody",
        date: "2026-05",
        passageCount: 3,
        headingCount: 2,
      },
    ]);
    expect([...documents.sources().keys()]).toEqual(["a", "thor-notes"]);
  });

  it("gives the text without the front matter, and where it begins in the file", () => {
    const { text, textStart } = shelf({ "thor-notes.md": notes }).get("thor-notes");
    expect(textStart).toBe(matter.length);
    expect(matter + text).toBe(notes);
  });

  it("gives the passages as the index has them, to the character", () => {
    const { text, textStart, passages } = shelf({ "thor-notes.md": notes }).get("thor-notes");
    expect(passages.map(({ id }) => id)).toEqual([
      "thor-notes#price",
      "thor-notes#speed",
      "thor-notes#speed-2",
    ]);
    expect(passages.map(({ start, end }) => text.slice(start - textStart, end - textStart))).toEqual(
      chunkDocument("thor-notes", notes).map((chunk) => chunk.text),
    );
  });

  it("names the nearest ids, when nobody wrote the document", () => {
    const documents = shelf({ "thor-notes.md": notes, "a.md": "---\ntitle: A\n---\n" });
    expect(() => documents.get("thor-note")).toThrow(
      expect.objectContaining({ code: "unknown-id", candidates: ["thor-notes", "a"] }),
    );
  });

  it.each(["../thor-notes", "thor-notes.md", "Thor-Notes", "", "thor--notes", "a".repeat(101)])(
    'refuses "%s", which is no id',
    (id) => {
      expect(() => shelf({ "thor-notes.md": notes }).get(id)).toThrow(
        expect.objectContaining({ code: "invalid-input" }),
      );
    },
  );

  it("reads each file once, so that an answer and the page show the same", () => {
    const folder = mkdtempSync(join(root, "once-"));
    writeFileSync(join(folder, "a.md"), "---\ntitle: A\n---\nBefore.\n");
    const documents = openDocuments(folder);
    const first = documents.get("a");
    writeFileSync(join(folder, "a.md"), "---\ntitle: A\n---\nAfter.\n");
    expect(documents.get("a")).toBe(first);
  });

  it("is empty without a folder", () => {
    expect(openDocuments(join(root, "nowhere")).list()).toEqual([]);
  });

  it("says which front matter is wrong", () => {
    mkdirSync(join(root, "wrong"));
    writeFileSync(join(root, "wrong/a.md"), "---\ncolour: red\n---\n");
    expect(() => openDocuments(join(root, "wrong")).list()).toThrow(/front matter of a\.md/);
  });
});

describe("knowledge.documents() and document()", () => {
  it("open every document of this checkout, with at least one passage each", () => {
    const listed = knowledge.documents();
    expect(listed.length).toBeGreaterThan(4);
    for (const { id, title, passageCount } of listed) {
      const document = knowledge.document(id);
      expect([id, document.title, document.passages.length]).toEqual([id, title, passageCount]);
      expect(passageCount).toBeGreaterThan(0);
      expect(document.text).not.toContain("trustReason");
    }
  });

  it("know the passages that a search finds", async () => {
    const [found] = await knowledge.search("cold start on Thor", { limit: 1 });
    const { passages } = knowledge.document(found?.document ?? "");
    expect(passages).toContainEqual({
      id: found?.id,
      heading: found?.heading,
      start: found?.start,
      end: found?.end,
    });
  });
});
