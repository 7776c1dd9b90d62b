import { describe, expect, it } from "vitest";
import type { Reference } from "../../../tools/placement/subject.ts";
import { remainingShare } from "../../../tools/throughput/co-tenants.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

const remaining = (device: Reference, ...workloads: unknown[]) =>
  remainingIn(undefined, device, ...workloads);
const remainingIn = (mode: string | undefined, device: Reference, ...workloads: unknown[]) =>
  remainingShare(board(device, mode), workloads.map(place), knowledge);
const yolo = { model: "yolo11s" };

describe("remainingShare()", () => {
  it("is everything without co-tenants", () => {
    expect(remaining("orin-nx-16gb")).toEqual({ share: 1, assumptions: [] });
  });

  it.each([
    { what: "one stream, 7.55 ms of every 33.3", workload: yolo, share: 1 - 0.00755 * 30 },
    { what: "two streams", workload: { ...yolo, streams: 2 }, share: 1 - 2 * 0.00755 * 30 },
    { what: "INT8, 5.63 ms", workload: { ...yolo, quantization: "int8" }, share: 1 - 0.00563 * 30 },
  ])("is less by the measured latency of a detector: $what", ({ workload, share }) => {
    expect(remaining("orin-nx-16gb", workload).share).toBeCloseTo(share, 10);
  });

  it("is less by the time of each of two detectors, not by a share of what the other left", () => {
    const both = remaining("orin-nx-16gb", yolo, { ...yolo, quantization: "int8" });
    expect(both.share).toBeCloseTo(1 - (0.00755 + 0.00563) * 30, 10);
    expect(both.assumptions).toHaveLength(2);
  });

  it("takes a latency measured on the other face of the module", () => {
    expect(remaining("orin-nano-8gb", yolo).share).toBeCloseTo(1 - 0.0073 * 30, 10);
    expect(remaining("orin-nano-8gb-super", yolo).share).toBeCloseTo(1 - 0.0073 * 30, 10);
  });

  it("computes the latency where nobody measured: 21.5 GFLOP at 0.3 of 258 TFLOPS on Thor", () => {
    expect(remaining("thor-t5000", yolo).share).toBeCloseTo(1 - (21.5 / (258_000 * 0.3)) * 30, 10);
  });

  it("says how busy the detector keeps the GPU", () => {
    expect(remaining("orin-nx-16gb", yolo).assumptions).toEqual([
      "YOLO11s × 1 at 30 frames/s would keep the GPU busy 23 % of the time",
    ]);
  });

  it.each([
    { streams: 3, share: 1 - 3 * 0.00755 * 30 },
    { streams: 4, share: 0.1 },
    { streams: 40, share: 0.1 },
  ])("leaves a tenth at least: $streams streams leave $share", ({ streams, share }) => {
    expect(remaining("orin-nx-16gb", { ...yolo, streams }).share).toBeCloseTo(share, 10);
  });

  it("leaves half beside another model that generates, a third beside two", () => {
    expect(remaining("thor-t5000", { model: "qwen3-4b" })).toEqual({
      share: 0.5,
      assumptions: ["Qwen3 4B generates at the same time and leaves 50 %"],
    });
    expect(remaining("thor-t5000", { model: "qwen3-4b" }, { model: "qwen3-8b" })).toEqual({
      share: expect.closeTo(1 / 3, 10),
      assumptions: [
        "Qwen3 4B generates at the same time and leaves 50 %",
        "Qwen3 8B generates at the same time and leaves 33 %",
      ],
    });
  });

  it.each([
    { streams: 1, share: (1 - 0.00755 * 30) / 2 },
    { streams: 40, share: 0.05 },
  ])(
    "halves what $streams streams leave beside a model that generates, in any order",
    ({ streams, share }) => {
      const [eyes, model] = [{ ...yolo, streams }, { model: "qwen3-4b" }];
      expect(remaining("orin-nx-16gb", eyes, model).share).toBeCloseTo(share, 10);
      expect(remaining("orin-nx-16gb", model, eyes).share).toBeCloseTo(share, 10);
    },
  );

  it("takes longer for a frame where the mode slows the GPU: 0.235 of AGX Orin in 30 W", () => {
    const full = 1 - remainingIn("MAXN", "agx-orin-64gb", yolo).share;
    const slow = 1 - remainingIn("30W", "agx-orin-64gb", yolo).share;
    expect(full).toBeGreaterThan(0);
    expect(slow / full).toBeCloseTo(1300 / (0.5 * 612), 10);
  });

  it.each([
    { gflops: 9.9, said: "would keep the GPU busy 99 % of the time" },
    {
      gflops: 10,
      said: "would keep the GPU busy 100 % of the time: more than it has, so frames are dropped",
    },
    {
      gflops: 15,
      said: "would keep the GPU busy 150 % of the time: more than it has, so frames are dropped",
    },
  ])("says that frames are dropped from a full GPU on: $gflops GFLOP at 0.3 TFLOPS", ({ gflops, said }) => {
    const device = { name: "Mine", compute: { fp16DenseTflops: 1 } };
    const eyes = { model: { name: "Eyes", kind: "detector", gflops } };
    expect(remaining(device, eyes)).toEqual({
      share: expect.closeTo(0.1, 10),
      assumptions: [`Eyes × 1 at 30 frames/s ${said}`],
    });
  });

  it("counts nothing that is idle or whose load is unknown, and says so", () => {
    const eyes = { model: { name: "Eyes", kind: "detector" } };
    expect(remaining("thor-t5000", { model: "whisper-medium" }, eyes)).toEqual({
      share: 1,
      assumptions: [
        "Whisper medium: idle while the model decodes",
        "Eyes × 1: its load is unknown and not counted",
      ],
    });
  });

  it("takes no measured latency for an inline board", () => {
    expect(remaining({ name: "Mine" }, yolo).assumptions).toEqual([
      "YOLO11s × 1: its load is unknown and not counted",
    ]);
  });
});
