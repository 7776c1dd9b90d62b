import { describe, expect, it } from "vitest";
import { BENCHMARK, FRAMEWORK, VLM_SIZING } from "../../../tools/decision/rule.ts";
import { knowledge } from "./decide.ts";

describe("the documents of the rules", () => {
  it.each([BENCHMARK, FRAMEWORK, VLM_SIZING])("are sources on record: %s", (id) => {
    expect(knowledge.source(id).date).toMatch(/^2026/);
  });
});
