import { describe, expect, it } from "vitest";
import { relevantSearches } from "../../../server/built-in/compose-relevance.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

async function bullets(question: string) {
  const found = sortResults([await callTool("search-documents", { query: question, limit: 10 })]);
  return relevantSearches(plan(question, [], knowledge), found)
    .flatMap(({ passages }) => passages)
    .flatMap(({ text }) => text.split("\n").filter((line) => line.startsWith("- ")));
}

describe("relevantSearches()", () => {
  it("keeps only what speaks of the software that is asked about", async () => {
    for (const line of await bullets("Can FooNetX run on an Orin NX 16GB?"))
      expect(line).toContain("FooNetX");
  });

  it("keeps only cameras where cameras are asked about", async () => {
    for (const line of await bullets("How many cameras can YOLO11s take on an AGX Orin 64GB?"))
      expect(line).toMatch(/camera|RTSP|video|DeepStream|decoder/i);
  });

  it("keeps everything for other questions", async () => {
    expect((await bullets("Does Qwen3 8B fit on an Orin NX 16GB?")).length).toBeGreaterThan(5);
  });
});
