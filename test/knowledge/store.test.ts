import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Chunk } from "../../knowledge/chunk.ts";
import { createStore, openStore, type PassageStore } from "../../knowledge/store.ts";

const chunk = (document: string, section: string, text: string): Chunk => ({
  id: `${document}#${section}`,
  document,
  heading: `Notes › ${section}`,
  text,
  start: 10,
  end: 10 + text.length,
});

const chunks = [
  chunk("orin", "Quantization", "Q4_K_M takes 4.89 bits, INT4 4.5 bits."),
  chunk("orin", "Bandwidth", "The board reads 204.8 GB/s; the MAXN mode is needed."),
  chunk("thor", "MIG", "Two instances at most."),
  chunk("thor", "Price", "MIG is no reason to pay more, says the café."),
];

describe("openStore()", () => {
  const folder = mkdtempSync(join(tmpdir(), "store-"));
  let store: PassageStore;
  beforeAll(async () => {
    await createStore(folder, chunks);
    store = await openStore(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("gives a passage back as it was written, with a score", async () => {
    const [first] = await store.match("bandwidth", 5);
    expect(first).toMatchObject({ ...chunks[1] });
    expect(first?._score).toBeGreaterThan(0);
  });

  it.each([
    { terms: "Q4_K_M", section: "Quantization" },
    { terms: "int4", section: "Quantization" },
    { terms: "204.8", section: "Bandwidth" },
    { terms: "cafe", section: "Price" },
    { terms: "the", section: "Bandwidth" },
  ])("finds $terms, which is neither stemmed nor dropped", async ({ terms, section }) => {
    const [first] = await store.match(terms, 5);
    expect(first?.heading).toBe(`Notes › ${section}`);
  });

  it("ranks a heading above a mention", async () => {
    const found = await store.match("MIG", 5);
    expect(found.map(({ id }) => id)).toEqual(["thor#MIG", "thor#Price"]);
  });

  it("gives at most as many as asked, of one document when asked", async () => {
    expect(await store.match("Notes", 3)).toHaveLength(3);
    const found = await store.match("Notes", 9, "orin");
    expect(found.map(({ document }) => document)).toEqual(["orin", "orin"]);
    expect(await store.match("unheard", 5)).toEqual([]);
  });
});

describe("loading LanceDB", () => {
  afterEach(() => {
    vi.doUnmock("@lancedb/lancedb");
    vi.resetModules();
  });

  it("says that search is unavailable when the native package is missing", async () => {
    vi.resetModules();
    vi.doMock("@lancedb/lancedb", () => {
      throw new Error("no native binding");
    });
    const fresh = await import("../../knowledge/store.ts");
    await expect(fresh.openStore("anywhere")).rejects.toMatchObject({
      code: "index-unavailable",
      message: expect.stringContaining("LanceDB does not load"),
      cause: expect.anything(),
    });
  });
});
