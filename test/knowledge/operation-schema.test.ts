import { describe, expect, it } from "vitest";
import { EngineProfile, L4tRelease, Pitfall, parseTemplate } from "../../knowledge/operation-schema.ts";
import { knowledge } from "../fixtures/knowledge.ts";

describe("parseTemplate()", () => {
  it.each([
    { text: "--jinja", parts: ["--jinja"] },
    {
      text: "-c {totalContext} -np {concurrency}",
      parts: ["-c ", "totalContext", " -np ", "concurrency", ""],
    },
    { text: "{flag}", parts: ["", "flag", ""] },
  ])("splits $text at its places", ({ text, parts }) => {
    expect(parseTemplate(text)).toEqual(parts);
  });
});

describe("operation records", () => {
  it("takes a release that says nothing of allocations as one that refuses none", () => {
    expect(L4tRelease.parse({ name: "L4T 1", computeCapabilities: [8.7] }).refusesBigAllocations).toBe(false);
    expect(L4tRelease.safeParse({ name: "L4T 1", computeCapabilities: [] }).success).toBe(false);
  });

  it("reads a profile with no more than what starts it", () => {
    expect(EngineProfile.parse({ name: "Engine", serve: ["run {model}"] })).toMatchObject({
      serve: [["run ", "model", ""]],
      benchmark: [],
      images: [],
    });
  });

  it("has no pitfall without a source", () => {
    expect(Pitfall.safeParse({ text: "falls", when: {} }).success).toBe(false);
    for (const { value } of knowledge.pitfalls)
      for (const source of value.source) expect(knowledge.source(source).title).not.toBe("");
  });

  it("refuses big allocations in 36.4.7, 35.6.3 and 38.2.2 only, and names a known release that mends them", () => {
    const bad = knowledge.releases.entries.filter(({ value }) => value.refusesBigAllocations);
    expect(bad.map(({ id }) => id)).toEqual(["35.6.3", "36.4.7", "38.2.2"]);
    const fixes = bad.flatMap(({ value }) => value.fixedBy ?? []);
    expect(fixes).toEqual(["35.6.4", "36.5.0"]);
    for (const id of fixes) expect(knowledge.releases.get(id).entry.value.refusesBigAllocations).toBe(false);
  });

  it("has profiles of engines on record only", () => {
    const ids = [
      "llama-cpp",
      "ollama",
      "vllm",
      "tensorrt-llm",
      "tensorrt-edge-llm",
      "mlc",
      "tensorrt",
      "deepstream",
    ];
    for (const id of ids) {
      expect(knowledge.runtimes.get(id).entry.id).toBe(id);
      expect(knowledge.engineProfile(id)?.serve.length).toBeGreaterThan(0);
    }
    expect(knowledge.engineProfile("nothing")).toBeUndefined();
  });
});
