import { describe, expect, it } from "vitest";
import { boardsBeside, boardsByPrice, outermostBoards } from "../../../server/agent/other-boards.ts";
import { memoryFit } from "../../../tools/memory-fit.ts";
import { newestPrice } from "../../../tools/placement/newest-price.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const fitOf = async (device: string, model: string, quantization?: string) =>
  await memoryFit.run({ device, workloads: [{ model, ...(quantization && { quantization }) }] }, knowledge);
const priceOf = (id = "") => newestPrice(knowledge.devices.get(id).entry.value)?.value ?? Number.NaN;

describe("boardsBeside()", () => {
  it("finds a smaller board for less money, and one with more memory", async () => {
    const fit = await fitOf("agx-orin-64gb", "qwen3-8b");
    const { cheaper, larger } = boardsBeside(fit, knowledge);
    expect(priceOf(cheaper?.id)).toBeLessThan(priceOf("agx-orin-64gb"));
    expect(cheaper?.bytes).toBeGreaterThan(fit.bytesNeeded);
    expect(larger?.bytes).toBeGreaterThan(fit.bytesAvailable);
  });

  it("finds no smaller board for a plan that needs all of it", async () => {
    expect(boardsBeside(await fitOf("orin-nx-16gb", "qwen3-14b"), knowledge).cheaper).toBeUndefined();
  });

  it("leaves out boards that refuse a format", async () => {
    const fit = await fitOf("agx-thor-devkit", "qwen3-8b", "nvfp4");
    expect(fit.verdict).toBe("fits");
    expect(boardsBeside(fit, knowledge).cheaper?.id ?? "").not.toMatch(/orin/);
  });
});

describe("boardsByPrice()", () => {
  it("finds the neighbours in price", () => {
    const { cheaper, dearer } = boardsByPrice("orin-nx-16gb", knowledge);
    expect(priceOf(cheaper?.id)).toBeLessThan(priceOf("orin-nx-16gb"));
    expect(priceOf(dearer?.id)).toBeGreaterThan(priceOf("orin-nx-16gb"));
  });

  it("finds none for a board without a price", () => {
    expect(boardsByPrice("no such board", knowledge)).toEqual({ cheaper: undefined, dearer: undefined });
  });
});

describe("outermostBoards()", () => {
  it("are the cheapest and the one with the most memory", () => {
    const [cheapest, largest] = outermostBoards(knowledge);
    expect(priceOf(cheapest?.id)).toBeLessThan(priceOf(largest?.id));
    expect(cheapest?.bytes).toBeLessThan(largest?.bytes ?? 0);
  });
});
