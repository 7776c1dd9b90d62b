import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Knowledge, openKnowledge } from "../../knowledge/knowledge.ts";
import { estimateTokens } from "../../tools/digest/estimate-tokens.ts";
import { searchDocuments } from "../../tools/search-documents.ts";

const root = mkdtempSync(join(tmpdir(), "search-documents-"));
let knowledge: Knowledge;

beforeAll(() => {
  for (const folder of ["devices", "documents"]) mkdirSync(join(root, folder));
  writeFileSync(join(root, "sources.yaml"), "{}");
  const long = "Molmo starts at 7.6 tok/s. ".repeat(40);
  const sections = ["Cold start", "Warm-up", "Steady state", "Stability", "Conversation"];
  const thor = sections.map((title) => `## ${title}\n\n- ${long}`).join("\n\n");
  const matter = (title: string, date = "") => `---\ntitle: ${title}\n${date}---\n`;
  writeFileSync(
    join(root, "documents/thor-test.md"),
    `${matter("Thor", 'date: "2025-12"\n')}# Thor\n\n${thor}`,
  );
  writeFileSync(join(root, "documents/orin-test.md"), `${matter("Orin")}# Orin\n\nCold air helps.\n`);
  knowledge = openKnowledge(join(root, "index"), root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("search-documents", () => {
  it("gives passages with the sources they rest on", async () => {
    const { output } = await searchDocuments.call({ query: "cold start" }, knowledge);
    expect(output).toMatchObject({
      passages: [{ id: "thor-test#cold-start", document: "thor-test" }, { id: "orin-test#orin" }],
      resolved: { query: "cold start", limit: 5 },
      assumptions: [],
      facts: [],
      sources: [
        { id: "orin-test", title: "Orin", date: null },
        { id: "thor-test", title: "Thor", date: "2025-12" },
      ],
    });
  });

  it("gives the same result for the input it resolved", async () => {
    const first = await searchDocuments.run({ query: "cold", source: "orin-test" }, knowledge);
    expect(first.resolved).toEqual({ query: "cold", limit: 5, source: "orin-test" });
    expect(first.passages.map(({ document }) => document)).toEqual(["orin-test"]);
    expect(await searchDocuments.run(first.resolved, knowledge)).toEqual(first);
  });

  it("digests the best passages, one line each, from the sentence on that is asked for", async () => {
    const { output, digest } = await searchDocuments.call({ query: "Molmo", limit: 20 }, knowledge);
    expect(output).toMatchObject({ passages: { length: 5 } });
    const lines = digest.split("\n");
    expect(lines).toHaveLength(3);
    for (const line of lines)
      expect(line).toMatch(/^\[thor-test#[a-z-]+\] Molmo starts at 7\.6 tok\/s\. .* …$/);
    expect(estimateTokens(digest)).toBeLessThanOrEqual(300);
  });

  it("says so when nothing matches", async () => {
    const { output, digest } = await searchDocuments.call({ query: "Xavier" }, knowledge);
    expect(output).toMatchObject({ passages: [], sources: [] });
    expect(digest).toBe('No passage of the documents matches "Xavier".');
  });

  it.each([
    { why: "no query", input: {} },
    { why: "a limit of 0", input: { query: "cold", limit: 0 } },
    { why: "a limit of 21", input: { query: "cold", limit: 21 } },
    { why: "a field it does not know", input: { query: "cold", top: 3 } },
    { why: "5,000 terms", input: { query: "term ".repeat(5000) } },
    { why: "SQL for a source", input: { query: "cold", source: "x' OR '1'='1" } },
  ])("refuses $why as invalid input", async ({ input }) => {
    await expect(searchDocuments.call(input, knowledge)).rejects.toMatchObject({ code: "invalid-input" });
  });

  it("describes every field within bounds that small grammars can take", () => {
    const fields = Object.values(z.toJSONSchema(searchDocuments.input).properties ?? {});
    expect(fields).toHaveLength(3);
    for (const field of fields) {
      expect(field).toMatchObject({ description: expect.any(String) });
      const { maxLength = 0 } = z.looseObject({ maxLength: z.number().optional() }).parse(field);
      expect(maxLength).toBeLessThan(1000);
    }
  });
});
