import { beforeAll, describe, expect, it } from "vitest";
import {
  groundsOf,
  overallVerdict,
  toToolCalls,
  verdictsOf,
  withCitations,
} from "../../../server/agent/assemble.ts";
import type { Outcome } from "../../../server/built-in/results.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

const workloads = [{ model: "llama-3.1-8b" }];
const failed: Outcome = { name: "memory-fit", input: {}, error: "Cannot run memory-fit." };
let fits: Outcome;
let tooBig: Outcome;
let search: Outcome;

beforeAll(async () => {
  fits = await callTool("memory-fit", { device: "orin-nx-16gb", workloads });
  tooBig = await callTool("memory-fit", { device: "orin-nano-8gb", workloads: [{ model: "qwen3-32b" }] });
  search = await callTool("search-documents", { query: "MIG on Thor" });
});

describe("toToolCalls()", () => {
  it("keeps the calls that came back, and none that failed", () => {
    expect(toToolCalls([failed, fits])).toEqual([fits]);
  });
});

describe("verdictsOf()", () => {
  it("gives the verdict of each board with its workloads, and none of other tools", () => {
    expect(verdictsOf([fits, search, tooBig])).toEqual([
      { device: "orin-nx-16gb", workloads: ["Llama 3.1 8B Instruct"], verdict: "fits" },
      { device: "orin-nano-8gb", workloads: ["Qwen3 32B"], verdict: "does-not-fit" },
    ]);
  });

  it("names a board that was described on the spot", async () => {
    const device = { name: "My board", memory: "32 GB", bandwidth: "100 GB/s" };
    const described = await callTool("memory-fit", { device, workloads });
    expect(verdictsOf([described])).toMatchObject([{ device: "My board" }]);
  });
});

describe("overallVerdict()", () => {
  it("is the one of all, depends where they differ, and null of none", () => {
    expect(overallVerdict(verdictsOf([fits, fits]))).toBe("fits");
    expect(overallVerdict(verdictsOf([fits, tooBig]))).toBe("depends");
    expect(overallVerdict([])).toBeNull();
  });
});

describe("groundsOf()", () => {
  it("are what was planned, and what was called where nothing but a search was planned", () => {
    expect(groundsOf([fits, search], [tooBig])).toEqual([fits, search]);
    expect(groundsOf([search, failed], [tooBig])).toEqual([tooBig]);
  });
});

describe("withCitations()", () => {
  it("numbers passages of this turn with their title, and removes what was not retrieved", async () => {
    const [passage] = await knowledge.search("MIG on Thor", { limit: 1 });
    const text = `See [${passage?.id}] and [edge-llm-decision-framework#nothing].`;
    const cited = withCitations(text, [search], knowledge);
    expect(cited.text).toBe("See [1] and.");
    expect(cited.citations).toMatchObject([
      { id: "1", passage: passage?.id, source: passage?.document, title: expect.any(String) },
    ]);
    expect(withCitations(text, [fits], knowledge).citations).toEqual([]);
  });
});
