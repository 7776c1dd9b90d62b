import { describe, expect, it } from "vitest";
import { boardCautions, workloadCautions } from "../../../tools/memory/cautions.ts";
import { drawLedger } from "../../../tools/memory/ledger.ts";
import { MemoryFitInput } from "../../../tools/memory/plan.ts";
import { toRelease } from "../../../tools/placement/release.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

function cautionsOn(model: string, l4t?: string): string[] {
  const on = board("orin-nx-16gb", "MAXN");
  const placed = place({ model });
  const release = toRelease(l4t, on, knowledge);
  const input = MemoryFitInput.parse({ device: "orin-nx-16gb", os: "headless", workloads: [{ model }] });
  return boardCautions(
    on,
    release,
    drawLedger(on, "headless", [placed], knowledge, release),
    input,
    knowledge,
  );
}

describe("boardCautions()", () => {
  it("names the releases that refuse, when an allocation is big and the release is not stated", () => {
    expect(cautionsOn("qwen2.5-7b")).toEqual([expect.stringContaining("36.4.7, 35.6.3 and 38.2.2 refuse")]);
    expect(cautionsOn("qwen2.5-3b")).toEqual([]);
  });

  it("says what is known of a release that is stated, and nothing twice of one that refuses", () => {
    expect(cautionsOn("qwen2.5-7b", "36.5.0")).toEqual([
      "L4T 36.5.0: Relaxes the limit on large contiguous allocations but does not remove it.",
    ]);
    expect(cautionsOn("qwen2.5-7b", "36.4.7")).toEqual([]);
    expect(cautionsOn("qwen2.5-7b", "36.4.4")).toEqual([]);
  });

  it("keeps a doubt about the release", () => {
    expect(cautionsOn("qwen2.5-3b", "JetPack 6.2.1")).toEqual([expect.stringMatching(/^JetPack 6.2.1 is /)]);
  });
});

describe("workloadCautions()", () => {
  it("has nothing to say of a detector or a model that is known and held", () => {
    for (const model of ["yolo11s", "qwen3-8b"])
      expect(workloadCautions(place({ model }), board("orin-nx-16gb"), knowledge)).toEqual([]);
  });

  it("says when a context is too long for the model", () => {
    const [text] = workloadCautions(
      place({ model: "qwen3-8b", contextTokens: 40_961 }),
      board("orin-nx-16gb"),
      knowledge,
    );
    expect(text).toBe("Qwen3 8B was made for 40,960 tokens; 40,961 is more");
  });
});
