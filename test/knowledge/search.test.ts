import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSearch, type Search } from "../../knowledge/search.ts";

const root = mkdtempSync(join(tmpdir(), "search-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("openSearch() over small documents", () => {
  const documents = join(root, "small");
  const index = join(root, "small-index");
  let search: Search["search"];
  beforeAll(async () => {
    mkdirSync(documents);
    const sections = Array.from({ length: 30 }, (_, number) => `## Part ${number}\n\n- common word\n`);
    writeFileSync(join(documents, "orin.md"), `# Orin\n\n${sections.join("\n")}`);
    writeFileSync(join(documents, "thor.md"), "# Thor\n\n## MIG\n\n- common, and two instances OR fewer\n");
    ({ search } = await openSearch(documents, index));
  });

  it("gives passages that can be found in the document's text", async () => {
    const [passage] = await search("MIG");
    expect(passage).toMatchObject({ id: "thor#mig", document: "thor", heading: "Thor › MIG" });
    const text = readFileSync(join(documents, "thor.md"), "utf8");
    expect(text.slice(passage?.start, passage?.end)).toBe(passage?.text);
    expect(passage?.score).toBeGreaterThan(0);
  });

  it.each([
    { limit: undefined, count: 5 },
    { limit: 1, count: 1 },
    { limit: 20, count: 20 },
    { limit: 21, count: 20 },
    { limit: 0, count: 1 },
    { limit: -3, count: 1 },
    { limit: 2.9, count: 2 },
  ])("gives $count passages for a limit of $limit", async ({ limit, count }) => {
    expect(await search("common", { limit })).toHaveLength(count);
  });

  it("gives the best first, equals by id, and the same each time", async () => {
    const first = await search("common", { limit: 20 });
    const scores = first.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(await search("common", { limit: 20 })).toEqual(first);
  });

  it.each(["", "  ", "?!", "'\"()*"])("finds nothing for %j", async (query) => {
    expect(await search(query)).toEqual([]);
  });

  it("narrows to one document", async () => {
    const found = await search("common", { source: "thor", limit: 20 });
    expect(found.map(({ id }) => id)).toEqual(["thor#mig"]);
  });

  it("answers an unknown document with the known ones", async () => {
    await expect(search("common", { source: "xavier" })).rejects.toMatchObject({
      code: "unknown-id",
      candidates: ["orin", "thor"],
    });
  });

  it("lets no text into the filter", async () => {
    const injections = fc.oneof(
      fc.constantFrom("x' OR '1'='1", "thor' --", "thor'", "THOR", "", "../thor", "thor\n", "ｔhor"),
      fc.string().filter((text) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)),
    );
    const property = fc.asyncProperty(injections, async (source) => {
      await expect(search("common", { source })).rejects.toMatchObject({ code: "invalid-input" });
    });
    await fc.assert(property, { numRuns: 1000 });
  });

  it("takes any text for words, never for query syntax", async () => {
    const property = fc.asyncProperty(fc.string({ unit: "binary", maxLength: 80 }), async (text) => {
      const found = await search(`MIG ${text}`);
      expect(found.map(({ id }) => id)).toContain("thor#mig");
    });
    await fc.assert(property, { numRuns: 100 });
    expect((await search('+MIG -common AND (NOT "two')).map(({ id }) => id)[0]).toBe("thor#mig");
  });

  it.each([
    { name: "5,000 terms", query: "filter ".repeat(5000) },
    { name: "a megabyte of one word", query: "a".repeat(1e6) },
    { name: "100,000 operators", query: "a OR ".repeat(100_000) },
  ])("survives $name", async ({ query }) => {
    await expect(search(query)).resolves.toBeInstanceOf(Array);
  });

  it("reads the first 40 words and no more", async () => {
    expect(await search(`${"zzz ".repeat(39)}MIG`)).toHaveLength(1);
    expect(await search(`${"zzz ".repeat(40)}MIG`)).toEqual([]);
  });

  it("opens the index again when it vanished under a running program", async () => {
    const { search: running } = await openSearch(documents, index);
    rmSync(index, { recursive: true });
    expect((await running("instances")).map(({ id }) => id)).toEqual(["thor#mig"]);
  });

  it("throws index-unavailable, with the cause and without a path, when the index cannot be had", async () => {
    const file = join(root, "file");
    writeFileSync(file, "");
    const opened = openSearch(documents, file);
    await expect(opened).rejects.toMatchObject({ code: "index-unavailable", cause: expect.anything() });
    await expect(opened).rejects.not.toMatchObject({ message: expect.stringContaining(root) });
    await expect(openSearch(join(root, "missing"), index)).rejects.toMatchObject({
      code: "index-unavailable",
    });
  });
});

describe("openSearch() over the documents of this repository", () => {
  let search: Search["search"];
  beforeAll(async () => {
    const documents = join(import.meta.dirname, "../../knowledge/documents");
    ({ search } = await openSearch(documents, join(root, "index")));
  });

  it.each([
    { query: "what is NVFP4", first: /^edge-llm-decision-framework#.*nvfp4/ },
    { query: "cold start on Thor", first: /^thor-performance-analysis#cold-start/ },
    { query: "KV cache ceiling on Nano Super", first: /^edge-llm-benchmark-2026#kv-cache-ceiling/ },
    { query: "MIG", first: /^edge-llm-decision-framework#mig/ },
    { query: "Q4_K_M", first: /q4-k-m/ },
    { query: "thermal throttling", first: /#thermal-throttling/ },
  ])("puts the right passage first for $query", async ({ query, first }) => {
    const [passage] = await search(query);
    expect(passage?.id).toMatch(first);
  });
});
