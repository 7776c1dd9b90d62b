import { describe, expect, it } from "vitest";
import { bindFacts } from "../../../server/check/bound-facts.ts";
import { makeFact, names } from "../../fixtures/check-evidence.ts";

const bind = (...parts: Parameters<typeof makeFact>) => bindFacts([makeFact(...parts)], names)[0];

describe("bindFacts()", () => {
  it("reads boards and models of the entity", () => {
    const fact = bind("1.needed", 9e9, "B", "Llama 3.1 8B Instruct + YOLO11s on Jetson Orin NX 16GB");
    expect([...(fact?.boards ?? [])]).toEqual(["orin-nx-16gb"]);
    expect(fact?.models).toContain("llama-3.1-8b");
    expect(fact?.models.size).toBe(2);
  });

  it("gives a line of the ledger to the workload in its label", () => {
    const fact = bind(
      "1.weights-0",
      4e9,
      "B",
      "Qwen3 8B + Gemma 3 4B it on Jetson Orin NX 16GB",
      "weights on the GPU (Qwen3 8B)",
    );
    expect([...(fact?.models ?? [])]).toEqual(["qwen3-8b"]);
  });

  it("reads the power mode at the end of an entity, and kind and day of a price", () => {
    expect(bind("1.decode-3", 2, "tok/s", "Qwen3 8B on Jetson Orin NX 16GB in 10W")?.mode).toBe("10w");
    const price = bind("1.price", 999, "USD", "Jetson Orin NX 16GB", "price of the module, 2026-07-21");
    expect(price?.price).toEqual({ kind: "module", date: "2026-07-21" });
  });
});
