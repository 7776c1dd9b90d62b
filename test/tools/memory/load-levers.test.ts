import { describe, expect, it } from "vitest";
import type { Lever } from "../../../tools/memory/lever.ts";
import {
  concurrencyLever,
  imagesLever,
  resolutionLever,
  streamsLever,
} from "../../../tools/memory/load-levers.ts";
import { type CompletePlan, MemoryFitInput } from "../../../tools/memory/plan.ts";
import { place } from "../../fixtures/knowledge.ts";

function turned(lever: (plan: CompletePlan) => Lever, ...given: unknown[]) {
  const workloads = given.map(place);
  const resolved = workloads.map((placed) => placed.resolved);
  const input = MemoryFitInput.parse({ device: "orin-nx-8gb", workloads: resolved });
  const { settings } = lever({ input, workloads });
  return {
    changes: settings.map(({ change }) => change),
    workloads: settings.map((setting) => setting.input.workloads),
  };
}

/** One image of 1280 × 720 is 1,196 tokens. */
const seeing = { model: "qwen2.5-vl-7b", contextTokens: 16_384 };

describe("imagesLever()", () => {
  it("halves the images down to one, and shortens the context by what they took", () => {
    const { changes, workloads } = turned(imagesLever, { ...seeing, images: 8 });
    expect(changes).toEqual([
      "4 images at a time for Qwen2.5-VL 7B Instruct, and a context shorter by as much",
      "2 images at a time for Qwen2.5-VL 7B Instruct, and a context shorter by as much",
      "one image at a time for Qwen2.5-VL 7B Instruct, and a context shorter by as much",
    ]);
    expect(workloads.map(([first]) => [first?.images, first?.contextTokens])).toEqual([
      [4, 16_384 - 4 * 1196],
      [2, 16_384 - 6 * 1196],
      [1, 16_384 - 7 * 1196],
    ]);
  });

  it.each([
    { contextTokens: 2500, after: 1304 },
    { contextTokens: 2300, after: 1196 },
    { contextTokens: 1100, after: 1100 },
  ])("keeps room for the image that is left of two: $contextTokens → $after", ({ contextTokens, after }) => {
    const { workloads } = turned(imagesLever, { ...seeing, contextTokens, images: 2 });
    expect(workloads[0]?.[0]?.contextTokens).toBe(after);
  });

  it("has nothing to turn with one image, or none", () => {
    expect(turned(imagesLever, seeing, { model: "qwen3-8b" }).changes).toEqual([]);
  });
});

describe("resolutionLever()", () => {
  it("shrinks the images, and the context by what they took", () => {
    const { changes, workloads } = turned(resolutionLever, seeing);
    expect(changes[1]).toBe("images of 640×360 for Qwen2.5-VL 7B Instruct, and a context shorter by as much");
    expect(workloads[1]?.[0]).toMatchObject({
      imageWidth: 640,
      imageHeight: 360,
      contextTokens: 16_384 - 46 * 26 + 23 * 13,
    });
  });

  it("leaves a model whose images always cost the same", () => {
    expect(turned(resolutionLever, { model: "gemma-3-4b" }).changes).toEqual([]);
  });
});

describe("streamsLever()", () => {
  it("halves the streams of every detector that has more", () => {
    const { changes, workloads } = turned(
      streamsLever,
      { model: "yolo11s", streams: 8 },
      { model: "yolo11n", streams: 3 },
      { model: "yolo11m" },
    );
    expect(changes).toEqual([
      "4 streams for YOLO11s, YOLO11n",
      "2 streams for YOLO11s, YOLO11n",
      "one stream for YOLO11s, YOLO11n",
    ]);
    expect(workloads.map((each) => each.map(({ streams }) => streams))).toEqual([
      [4, 3, 1],
      [2, 2, 1],
      [1, 1, 1],
    ]);
  });
});

describe("concurrencyLever()", () => {
  it("halves the sequences at once, of language models only", () => {
    const { changes, workloads } = turned(
      concurrencyLever,
      { model: "qwen3-8b", concurrency: 4 },
      { model: "yolo11s", streams: 4 },
    );
    expect(changes).toEqual(["2 sequences at once for Qwen3 8B", "one sequence at once for Qwen3 8B"]);
    expect(workloads[0]?.[1]).not.toHaveProperty("concurrency");
  });
});
