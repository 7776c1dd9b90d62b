import { describe, expect, it } from "vitest";
import { auditClaims, isQuestioned } from "../../../evals/audit/audit.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const audited = await auditClaims(knowledge);
const verdictOf = (id: string) => audited.find(({ claim }) => claim.id === id)?.checked.verdict;

describe("auditClaims()", () => {
  it("checks every figure of every document", () => {
    expect(audited.map(({ claim }) => claim.id)).toEqual(knowledge.claims().map(({ id }) => id));
    expect(new Set(audited.map(({ claim }) => claim.source)).size).toBe(5);
  });

  it.each([
    ["bm-llama-1b", "impossible"],
    ["bm-qwen-1.5b", "impossible"],
    ["bm-gemma", "impossible"],
    ["bm-70b-int4", "impossible"],
    ["ta-rtx", "impossible"],
    ["bm-orin-bandwidth", "implausible"],
    ["bm-nano-cache", "implausible"],
    ["bm-price-orin", "implausible"],
    ["fw-less-than-half", "doubtful"],
    ["fw-price-thor", "doubtful"],
    ["fw-table-orin-memory", "consistent"],
    ["tb-llama-70b-c1", "consistent"],
  ])("finds %s %s", (id, verdict) => {
    expect(verdictOf(id)).toBe(verdict);
  });
});

describe("isQuestioned()", () => {
  it.each([
    { id: "bm-gemma", questioned: true },
    { id: "fw-headline-memory", questioned: true },
    { id: "tb-7x", questioned: false },
  ])("of $id is $questioned", ({ id, questioned }) => {
    const one = audited.find(({ claim }) => claim.id === id);
    expect(one && isQuestioned(one)).toBe(questioned);
  });
});
