import { describe, expect, it } from "vitest";
import { otherShares } from "../../../tools/memory/other-lines.ts";
import { knowledge, languageModel, place } from "../../fixtures/knowledge.ts";

function shares(workload: Record<string, unknown>): Record<string, number> {
  const placed = place(workload);
  const lines = otherShares(placed, placed.subject.record, knowledge);
  return Object.fromEntries(lines.map(({ part, bytes }) => [part, bytes]));
}

const eyes = { name: "Eyes", kind: "detector", parametersBillions: 0.01 };

describe("otherShares()", () => {
  it("takes a detector in FP16 for 2 bytes a parameter, workspace, context and 100 MB a stream", () => {
    expect(shares({ model: eyes })).toEqual({
      weights: 20e6,
      compute: 300e6,
      runtime: 400e6,
      streams: 100e6,
    });
  });

  it.each([
    { change: { quantization: "int8" }, parts: { weights: 10e6 } },
    { change: { streams: 4 }, parts: { streams: 400e6 } },
    { change: { model: { ...eyes, memoryPerStream: "60 MB" }, streams: 2 }, parts: { streams: 120e6 } },
  ])("follows $change", ({ change, parts }) => {
    expect(shares({ model: eyes, ...change })).toMatchObject(parts);
  });

  it("takes 0.5 to 0.9 GB for a small YOLO with its context and one stream, as measured", () => {
    const total = Object.values(shares({ model: "yolo11s" })).reduce((sum, bytes) => sum + bytes, 0);
    expect(total).toBeGreaterThan(0.5e9);
    expect(total).toBeLessThan(0.9e9);
  });

  it.each([
    { what: "what its record says, when it does", model: { ...eyes, memory: "2 GB" }, compute: 230e6 },
    { what: "2.5 times the weights, when it does not", model: eyes, compute: 30e6 },
    { what: "no less than its weights", model: { ...eyes, memory: "1 MB" }, compute: undefined },
  ])("takes a network under PyTorch for $what", ({ model, compute }) => {
    const parts = shares({ model, runtime: "pytorch" });
    expect([parts.weights, parts.compute, parts.runtime]).toEqual([20e6, compute, 1.75e9]);
  });

  it("takes a camera stream for its buffers only", () => {
    expect(shares({ model: "camera-stream", streams: 3 })).toEqual({ streams: 300e6 });
  });

  it("takes the whole pipeline of DeepStream with its detector", () => {
    expect(shares({ model: eyes, runtime: "deepstream" }).runtime).toBe(400e6 + 412e6);
  });

  it.each([
    { streams: 1, bytes: 250e6 + 60e6 },
    { streams: 10, bytes: 250e6 + 600e6 },
  ])("takes ROS 2 with $streams nodes for $bytes bytes", ({ streams, bytes }) => {
    expect(shares({ model: "ROS 2", streams })).toEqual({ runtime: bytes });
  });

  it.each(["whisper-medium", "kokoro-82m", "bge-m3"])("gives %s no streams", (model) => {
    const parts = shares({ model, streams: 4 });
    expect(parts).not.toHaveProperty("streams");
    expect(parts.weights).toBeGreaterThan(0);
  });

  it("leaves language models to others", () => {
    const record = languageModel("qwen3-8b");
    expect(otherShares(place({ model: "qwen3-8b" }), record, knowledge)).toEqual([]);
  });
});
