import { describe, expect, it } from "vitest";
import {
  edgeImageTokens,
  edgeInputTokens,
  edgeLines,
  edgeRuntime,
} from "../../../tools/memory/edge-engine.ts";
import { assume, fitMemory, knowledge, partBytes, place } from "../../fixtures/knowledge.ts";

const lines = (workload: Record<string, unknown>, imageTokens = 0) => {
  const placed = place({ quantization: "awq-int4", runtime: edgeRuntime, ...workload });
  if (!placed.language) throw new Error("no language model");
  return edgeLines(placed, placed.language, { class: "agx", imageTokens }, assume);
};

describe("edgeRuntime", () => {
  it("is an engine on record", () => {
    expect(knowledge.runtimes.get(edgeRuntime).entry.value.name).toBe("TensorRT Edge-LLM");
  });
});

describe("edgeImageTokens()", () => {
  const vlm = place({ model: "qwen3-vl-2b", runtime: edgeRuntime, concurrency: 2 });
  it.each([
    { perSequence: 100, boardClass: "nx", tokens: 1024 },
    { perSequence: 512, boardClass: "nx", tokens: 1024 },
    { perSequence: 513, boardClass: "nx", tokens: 1026 },
    { perSequence: 513, boardClass: "agx", tokens: 8192 },
  ] as const)(
    "is $tokens for two sequences of $perSequence on $boardClass",
    ({ perSequence, boardClass, tokens }) => {
      expect(edgeImageTokens(vlm, perSequence, boardClass, assume)).toBe(tokens);
    },
  );

  it("is none without images", () => {
    expect(edgeImageTokens({ ...vlm, images: 0 }, 0, "agx", assume)).toBe(0);
  });
});

describe("edgeInputTokens()", () => {
  it.each([
    { input: {}, tokens: 2048 },
    { input: { maxInputTokens: 512 }, tokens: 512 },
    { input: { contextTokens: 1000 }, tokens: 1000 },
    { input: { contextTokens: 1000, maxInputTokens: 3000 }, tokens: 1000 },
  ])("is $tokens for $input", ({ input, tokens }) => {
    expect(edgeInputTokens(place({ model: "qwen3-8b", runtime: edgeRuntime, ...input }), assume)).toBe(
      tokens,
    );
  });
});

describe("edgeLines()", () => {
  it("hold a tied embedding twice, once as the output head", () => {
    const embedding = 151_936 * 1024 * 2;
    const layers = 596_049_920 - 151_936 * 1024;
    expect(lines({ model: "qwen3-0.6b" }).weights / ((layers * 4.156) / 8 + 2 * embedding)).toBeCloseTo(1, 3);
  });

  it("hold an embedding and a head of their own once each", () => {
    const table = 151_936 * 4096;
    const layers = 8_190_735_360 - 2 * table;
    expect(lines({ model: "qwen3-8b" }).weights / ((layers * 4.156) / 8 + 2 * table * 2)).toBeCloseTo(1, 3);
  });

  it("leave the tower out where no image comes", () => {
    expect(lines({ model: "qwen3-vl-2b", images: 0 }).vision).toBe(0);
    expect(lines({ model: "qwen3-vl-2b", images: 1 }, 900).vision).toBeGreaterThan(407e6 * 2);
  });

  it.each([
    { method: "EAGLE3 (accept 4.2)", headBytes: 32_000 * 4096 * 2, treeBytes: 151_936 },
    { method: "MTP", headBytes: 151_936 * 4096 * 2, treeBytes: 0 },
  ])("of a draft by $method are a layer, a head and what a sequence checks", (expected) => {
    const { draft } = lines({ model: "qwen3-8b", speculativeDecoding: { method: expected.method } });
    const layer = ((8_190_735_360 - 2 * 151_936 * 4096) * 4.156) / 8 / 36;
    const tree = expected.treeBytes * assume("edge-eagle-tree-bytes");
    expect(draft / (layer + expected.headBytes + tree)).toBeCloseTo(1, 3);
  });

  it("of a draft model are its own weights", () => {
    const speculativeDecoding = { method: "external", draft: "qwen3-0.6b" };
    const { draft } = lines({ model: "qwen3-8b", speculativeDecoding });
    const table = 151_936 * 1024;
    expect(draft / (((596_049_920 - table) * 4.156) / 8 + table * 2)).toBeCloseTo(1, 3);
  });
});

describe("memory-fit with TensorRT Edge-LLM", () => {
  const workload = { model: "qwen3-vl-8b", quantization: "awq-int4", runtime: edgeRuntime };
  const vision = async (device: string) =>
    partBytes(await fitMemory({ device, workloads: [workload] }), "vision");

  it("builds larger vision engines on AGX Orin than on Orin NX, as the vendor does", async () => {
    expect((await vision("agx-orin-64gb")) - (await vision("orin-nx-16gb"))).toBeGreaterThan(3e9);
  });

  it("takes more for every sequence", async () => {
    const one = await fitMemory({ device: "agx-orin-64gb", workloads: [workload] });
    const eight = await fitMemory({ device: "agx-orin-64gb", workloads: [{ ...workload, concurrency: 8 }] });
    expect(partBytes(eight, "kv-cache")).toBe(8 * partBytes(one, "kv-cache"));
  });
});
