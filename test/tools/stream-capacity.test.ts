import { describe, expect, it } from "vitest";
import { streamCapacity } from "../../tools/stream-capacity.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const on = async (input: Parameters<typeof streamCapacity.run>[0]) =>
  await streamCapacity.run(input, knowledge);

describe("stream-capacity", () => {
  it("is the least of decoder, detector and memory, and says which", async () => {
    const { streams, binding, limits } = await on({ device: "orin-nx-16gb", model: "yolo11s" });
    expect(binding).toBe("detector");
    expect(streams).toBe(Math.min(...Object.values(limits.streams).map((most) => most ?? Number.MAX_VALUE)));
  });

  it("is ended by the decoder where nothing detects", async () => {
    const { streams, binding, names, missing, each } = await on({ device: "orin-nano-8gb" });
    expect({ streams, binding, missing, each }).toEqual({
      streams: 11,
      binding: "decoder",
      missing: [],
      each: null,
    });
    expect(names.detector).toBeNull();
  });

  it("shares the detector's frames between the cameras asked for: 1000 ÷ 7.55 by 6", async () => {
    const { each } = await on({ device: "orin-nx-16gb", model: "yolo11s", streams: 6 });
    expect(each?.framesPerSecond).toBeCloseTo(1000 / 7.55 / 6, 10);
  });

  it("gives no camera more frames than it has", async () => {
    const { each } = await on({ device: "orin-nx-16gb", model: "yolo11s", streams: 2, framesPerSecond: 15 });
    expect(each?.framesPerSecond).toBe(15);
  });

  it("sees more cameras in INT8 than in FP16, and more at fewer frames", async () => {
    const count = async (more: object) =>
      (await on({ device: "orin-nx-16gb", model: "yolo11s", ...more })).limits.streams.detector ?? 0;
    const usual = await count({});
    expect(await count({ quantization: "int8" })).toBeGreaterThan(usual);
    expect(await count({ framesPerSecond: 10 })).toBeGreaterThan(usual);
  });

  it("says what is missing where no record has it", async () => {
    const { missing } = await on({ device: "jetson-tx2", model: "yolo11s" });
    expect(missing).toContain("decoder");
  });

  it("says that models beside it take from the detector", async () => {
    const { assumptions } = await on({
      device: "agx-orin-64gb",
      model: "yolo11s",
      others: [{ model: "qwen3-8b" }],
    });
    expect(assumptions.join()).toContain("while they generate");
  });

  it("gives the same again for what it resolved", async () => {
    const first = await on({ device: "Orin NX 16GB", model: "YOLO", streams: 3 });
    expect((await on(first.resolved)).facts).toEqual(first.facts);
  });
});
