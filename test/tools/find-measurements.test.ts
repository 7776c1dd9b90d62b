import { describe, expect, it } from "vitest";
import { FindMeasurementsInput, findMeasurements } from "../../tools/find-measurements.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const found = async (input: unknown) =>
  await findMeasurements.run(FindMeasurementsInput.parse(input), knowledge);

const asked = {
  model: "Llama 3.1 8B",
  device: "AGX Orin 64GB",
  powerMode: "maxn",
  quantization: "Q4_K_M",
  runtime: "llama.cpp",
  metric: "decode",
};

describe("findMeasurements()", () => {
  it("gives runs of the configuration first, with a fact and a source each", async () => {
    const { measurements, facts, sources, count } = await found({ ...asked, limit: 3 });
    expect(measurements).toHaveLength(3);
    expect(count).toBeGreaterThan(10);
    for (const run of measurements) {
      expect(run).toMatchObject({
        model: "llama-3.1-8b",
        device: "agx-orin-64gb",
        quantization: "q4-k-m",
        unit: "tok/s",
      });
      expect(facts).toContainEqual(
        expect.objectContaining({ id: `measured-${run.id}`, value: run.value, display: run.display }),
      );
      expect(sources.map(({ id }) => id)).toContain(run.source);
    }
    expect(measurements[0]?.distance).toBe("the same in all that was asked");
    expect(measurements[0]?.speculation).toBeNull();
  });

  it("resolves names and says what it filled in and what it left open", async () => {
    const { resolved, assumptions } = await found(asked);
    expect(resolved).toEqual({
      model: "llama-3.1-8b",
      device: "agx-orin-64gb",
      powerMode: "MAXN",
      quantization: "q4-k-m",
      runtime: "llama-cpp",
      metric: "decode",
      concurrency: 1,
      limit: 8,
    });
    expect(assumptions).toEqual([
      "1 stream",
      "no speculative decoding",
      "left open, so any is taken: context",
    ]);
    expect(await found(resolved)).toEqual({
      ...(await found(asked)),
      assumptions: ["no speculative decoding", "left open, so any is taken: context"],
    });
  });

  it("puts a run above the bandwidth ceiling behind all that can be believed", async () => {
    const { measurements } = await found({ ...asked, limit: 100 });
    const first = measurements.findIndex(({ plausible }) => !plausible);
    expect(measurements[first]?.id).toBe("m0810");
    expect(measurements[first]?.distance).toContain("implausible");
    expect(measurements.slice(first).every(({ plausible }) => !plausible)).toBe(true);
  });

  it("says so when nobody ran the model, and gives models of its active size on the board", async () => {
    const { measurements, count, assumptions } = await found({
      model: { name: "Own 8B", parametersBillions: 8 },
      device: "orin-nx-16gb",
      metric: "decode",
    });
    expect(count).toBe(0);
    expect(assumptions).toContain(
      "nobody on record measured the decode of Own 8B, so these are runs of models of about its active size",
    );
    expect(measurements[0]?.distance).toMatch(/B active instead of 8B/);
    expect(new Set(measurements.map(({ device }) => device.startsWith("orin-nx-16gb")))).toEqual(
      new Set([true]),
    );
  });

  it("knows models that stand in measured runs only", async () => {
    const { name, count, assumptions } = await found({ model: "llama 2 7b" });
    expect(name).toBe("Llama-2-7B");
    expect(count).toBeGreaterThan(3);
    expect(assumptions[0]).toBe("Llama-2-7B stands in measured runs only, not in the catalogue");
  });

  it("finds frame times of detectors and parts of memory", async () => {
    const frames = await found({ model: "YOLO11s", device: "orin-nx-16gb", quantization: "int8" });
    expect(frames.measurements[0]).toMatchObject({ metric: "frame-latency", value: 5.63, unit: "ms" });
    const cache = await found({ model: "qwen3.5-9b", metric: "kv-cache" });
    expect(cache.measurements[0]).toMatchObject({ value: 4224 * 2 ** 20, unit: "B" });
  });

  it("takes a width for the usual format, and says so", async () => {
    const { resolved, assumptions } = await found({
      model: "qwen3-8b",
      runtime: "vllm",
      quantization: "4-bit",
    });
    expect(resolved.quantization).toBe("w4a16");
    expect(assumptions).toContain('"4-bit" means W4A16 on vLLM');
  });

  it("takes an engine that does not serve the model, and finds runs of other engines", async () => {
    const { measurements } = await found({ model: "qwen3-8b", runtime: "tensorrt", limit: 1 });
    expect(measurements[0]?.distance).toMatch(/^with /);
  });

  it("answers an unknown model with the nearest known ones", async () => {
    await expect(findMeasurements.call({ model: "qwen33-8b" }, knowledge)).rejects.toMatchObject({
      code: "unknown-id",
    });
  });

  it("tells a model the nearest runs in a few lines", async () => {
    const { digest } = await findMeasurements.call(asked, knowledge);
    expect(digest.split("\n").length).toBeGreaterThanOrEqual(5);
    expect(digest).toMatch(
      /^\d+ runs of Llama 3.1 8B Instruct on record, \d+ of them on agx-orin-64gb\ndecode 26.8 tok\/s: llama-3.1-8b q4-k-m in llama-cpp on/,
    );
  });
});
