import { describe, expect, it } from "vitest";
import { z } from "zod";
import { offeredSweep } from "../../../tools/offered/sweep.ts";
import { sweepFields } from "../../../tools/sweep/sweep-input.ts";

describe("offeredSweep", () => {
  it("offers settings of a sweep, and nothing else", () => {
    for (const field of Object.keys(offeredSweep)) expect(sweepFields).toHaveProperty(field);
    const asked = { workloads: [{ model: "qwen3-8b" }], rankBy: "coolest" as const, budgetUsd: 500 };
    expect(z.strictObject(sweepFields).parse(z.strictObject(offeredSweep).parse(asked))).toEqual(asked);
  });
});
