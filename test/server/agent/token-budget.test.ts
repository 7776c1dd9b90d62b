import { describe, expect, it } from "vitest";
import { guidedInstructions } from "../../../server/agent/instructions.ts";
import { offeredText, offeredTools } from "../../../server/agent/offer.ts";
import {
  type DigestedResult,
  digestResults,
  fitHistory,
  promptTokens,
} from "../../../server/agent/token-budget.ts";
import { tools } from "../../../tools/registry.ts";
import { realTokens } from "../../fixtures/tokens.ts";

const system = guidedInstructions;
const offered = offeredText(offeredTools([], tools));
const question = "Can I run Qwen3-8B on an Orin NX 16GB?";
const lines = (count: number) =>
  [
    "verdict: fits",
    ...Array.from({ length: count }, (_, index) => `fix: ${"word ".repeat(20)}${index}`),
  ].join("\n");
const memoryFit = (device: string, count = 4): DigestedResult => ({
  name: "memory-fit",
  input: { device, workloads: [{ model: "qwen3-8b" }] },
  digest: lines(count),
});
const search: DigestedResult = { name: "search-documents", input: { query: "x" }, digest: lines(3) };
const turns = Array.from({ length: 30 }, (_, index) => ({
  role: index % 2 === 0 ? ("user" as const) : ("assistant" as const),
  text: `turn ${index}: ${"some words of it ".repeat(12)}`,
}));
const parts = {
  system,
  tools: offered,
  results: [memoryFit("a"), search],
  question,
  history: turns,
  budget: promptTokens,
};
const linesOf = (digests: readonly string[]) => digests.map((digest) => digest.split("\n").length);

describe("digestResults()", () => {
  it("leaves everything as it is where it fits", () => {
    expect(digestResults([memoryFit("a"), search], 2000)).toEqual([lines(4), lines(3)]);
  });

  it("cuts line by line, passages first, a verdict line of each board kept", () => {
    const results = [memoryFit("a"), search, memoryFit("b"), memoryFit("c")];
    const digests = digestResults(results, 300);
    expect(linesOf(digests)).toEqual([2, 1, 2, 2]);
    for (const digest of digests) expect(digest).toMatch(/^verdict: fits/);
  });

  it("leaves passages out before a verdict", () => {
    const results = [search, ...Array.from({ length: 12 }, (_, index) => memoryFit(`board-${index}`))];
    const [first, ...rest] = digestResults(results, 100);
    expect(first).toBe("Passages left out for length.");
    expect(new Set(rest)).toEqual(new Set(["verdict: fits"]));
  });

  it("is empty for a turn without results", () => {
    expect(digestResults([], 100)).toEqual([]);
  });
});

describe("fitHistory()", () => {
  it("keeps the newest turns, in their order", () => {
    const { history, digests, tokens } = fitHistory(parts);
    expect(history.length).toBeGreaterThan(0);
    expect(history.length).toBeLessThan(turns.length);
    expect(history).toEqual(turns.slice(-history.length));
    expect(digests).toEqual([lines(4), lines(3)]);
    expect(tokens).toBeLessThanOrEqual(promptTokens);
  });

  it("gives up the conversation before a line of a result, and passages before the fixes", () => {
    const { history, digests } = fitHistory({ ...parts, budget: 2050 });
    expect(history).toEqual([]);
    expect(linesOf(digests)[0]).toBeGreaterThan(linesOf(digests)[1] ?? 0);
  });

  it("keeps a short conversation whole", () => {
    expect(fitHistory({ ...parts, history: turns.slice(0, 2) }).history).toEqual(turns.slice(0, 2));
  });

  it("says by its tokens that a budget is too small for what is never cut", () => {
    expect(fitHistory({ ...parts, budget: 500 }).tokens).toBeGreaterThan(500);
  });

  it("counts rather too much than too little", () => {
    const { history, digests, tokens } = fitHistory(parts);
    const sent = [system, offered, question, ...digests, ...history.map(({ text }) => text)].join("\n");
    expect(tokens).toBeGreaterThan(realTokens(sent));
  });
});
