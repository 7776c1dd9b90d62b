import { describe, expect, it } from "vitest";
import { ImageTokens } from "../../knowledge/image-tokens.ts";
import {
  Device,
  Model,
  PowerMode,
  Price,
  Provenance,
  quantity,
  SourceIds,
  Workload,
} from "../../knowledge/schema.ts";

describe("quantity()", () => {
  it("reads text into the base unit", () => {
    expect(quantity("B").parse("64 GiB")).toBe(68_719_476_736);
  });

  it("says which units it wants and what it got, when the text is no quantity", () => {
    const { error } = quantity("B/s").safeParse("204.8 GB");
    expect(error?.issues[0]?.message).toBe('wanted a quantity in B/s, MB/s, GB/s, GiB/s, got "204.8 GB"');
  });

  it.each([64, null, undefined, {}])("refuses %s, which is no text", (raw) => {
    expect(quantity("B").safeParse(raw).success).toBe(false);
  });
});

describe("SourceIds", () => {
  it.each([
    { raw: "one", ids: ["one"] },
    { raw: ["one", "two"], ids: ["one", "two"] },
  ])("reads $raw as a list", ({ raw, ids }) => {
    expect(SourceIds.parse(raw)).toEqual(ids);
  });

  it.each([[[]], [[1]], [7]])("refuses %j", (raw) => {
    expect(SourceIds.safeParse(raw).success).toBe(false);
  });
});

describe("Device", () => {
  it("needs a name only; lists and groups are empty, kind and class neutral", () => {
    expect(Device.parse({ name: "Board" })).toEqual({
      name: "Board",
      aliases: [],
      assumedFor: [],
      family: [],
      kind: "jetson",
      class: "other",
      gpu: {},
      compute: {},
      nativeFormats: [],
      powerModes: [],
      prices: [],
    });
  });

  it("reads memory, bandwidth and clocks into base units, and one family name as a list", () => {
    const raw = {
      name: "Board",
      family: "Boards",
      memory: "16 GiB",
      bandwidth: "102.4 GB/s",
      gpu: { maxClock: "918 MHz" },
    };
    expect(Device.parse(raw)).toMatchObject({
      family: ["Boards"],
      memory: 17_179_869_184,
      bandwidth: 102.4e9,
      gpu: { maxClock: 918e6 },
    });
  });

  it.each([
    { why: "no name", raw: {} },
    { why: "a field it does not know", raw: { name: "Board", ram: "8 GB" } },
    { why: "a field of the GPU it does not know", raw: { name: "Board", gpu: { cores: 8 } } },
    { why: "memory without a unit", raw: { name: "Board", memory: "8" } },
    { why: "memory as a number", raw: { name: "Board", memory: 8e9 } },
    { why: "a class it does not know", raw: { name: "Board", class: "xl" } },
    { why: "no CUDA cores", raw: { name: "Board", gpu: { cudaCores: 0 } } },
  ])("refuses $why", ({ raw }) => {
    expect(Device.safeParse(raw).success).toBe(false);
  });
});

describe("PowerMode", () => {
  it("is not the shipped one, unless it says so", () => {
    expect(PowerMode.parse({ name: "30W", watts: "30 W", gpuShare: 0.5 })).toEqual({
      name: "30W",
      shipped: false,
      watts: 30,
      gpuShare: 0.5,
    });
  });

  it.each([
    { gpuShare: 0, fine: false },
    { gpuShare: 0.01, fine: true },
    { gpuShare: 1, fine: true },
    { gpuShare: 1.01, fine: false },
    { gpuShare: -0.01, fine: false },
  ])("takes a GPU share of $gpuShare: $fine", ({ gpuShare, fine }) => {
    expect(PowerMode.safeParse({ name: "X", gpuShare }).success).toBe(fine);
  });
});

describe("names in the device tree", () => {
  it.each(["p3767-0005", "p3767-0005-super", "p4071-0000+p3834-0008"])("of a device may be %s", (name) => {
    expect(Device.parse({ name: "X", deviceTree: [name] }).deviceTree).toEqual([name]);
  });

  it.each([["nvidia,p3767-0005"], ["p3767"], ["p3767-0005-fast"], []])(
    "of a device may not be %j",
    (...names) => {
      expect(Device.safeParse({ name: "X", deviceTree: names }).success).toBe(false);
    },
  );
});

describe("amounts of records", () => {
  it.each([
    { device: { bandwidth: "0 GB/s" } },
    { device: { bandwidth: `${"9".repeat(22)} B/s` } },
    { device: { gpu: { maxClock: "0 MHz" } } },
    { device: { compute: { fp16DenseTflops: 0 } } },
    { device: { compute: { int8DenseTops: -1 } } },
    { device: { powerModes: [{ name: "X", watts: "0 W" }] } },
    { device: { powerModes: [{ name: "X", gpuClock: "0 MHz" }] } },
    { device: { powerModes: [{ name: "X", bandwidth: "0 B/s" }] } },
  ])("of a device are refused where times or energies would be no numbers: $device", ({ device }) => {
    expect(Device.safeParse({ name: "X", ...device }).success).toBe(false);
  });

  it.each([
    { model: { visionParametersMillions: 1e300 } },
    { model: { layers: 1e9 + 1 } },
    { model: { parametersBillions: 1e-300 } },
    { model: { nativeQuantization: { id: "mxfp4", bitsPerWeight: -1 } } },
  ])("of a model are refused where sums would be no numbers: $model", ({ model }) => {
    expect(Model.safeParse({ name: "X", ...model }).success).toBe(false);
  });

  it("come in lists that can be gone through again and again", () => {
    const modes = (length: number) => Array.from({ length }, (_, index) => ({ name: `${index}` }));
    expect(Device.safeParse({ name: "X", powerModes: modes(50) }).success).toBe(true);
    expect(Device.safeParse({ name: "X", powerModes: modes(51) }).success).toBe(false);
    const group = { layers: 1, kvHeads: 1, headSize: 1 };
    expect(Model.safeParse({ name: "X", kvGroups: Array(101).fill(group) }).success).toBe(false);
    expect(Model.safeParse({ name: "X".repeat(201) }).success).toBe(false);
  });

  it("may be a memory of 0, which nothing fits", () => {
    expect(Device.parse({ name: "X", memory: "0 GB" }).memory).toBe(0);
  });
});

describe("Price", () => {
  const price = { value: "1999 USD", kind: "kit", date: "2026-05", source: "shop" };

  it("reads dollars", () => {
    expect(Price.parse(price).value).toBe(1999);
  });

  it.each(["value", "kind", "date", "source"])("needs its %s", (field) => {
    expect(Price.safeParse({ ...price, [field]: undefined }).success).toBe(false);
  });
});

describe("Provenance", () => {
  it.each([
    { raw: {}, fine: true },
    { raw: { source: "a", note: "b", confidence: "low", date: "2026" }, fine: true },
    { raw: { confidence: "certain" }, fine: false },
    { raw: { sources: ["a"] }, fine: false },
  ])("takes $raw: $fine", ({ raw, fine }) => {
    expect(Provenance.safeParse(raw).success).toBe(fine);
  });
});

describe("ImageTokens", () => {
  it.each([
    { raw: { rule: "fixed", tokens: 256 }, fine: true },
    { raw: { rule: "grid", pixelsPerToken: 28 }, fine: true },
    {
      raw: { rule: "tiles", tilePixels: 448, tokensPerTile: 256, maxTiles: 12, thumbnail: true },
      fine: true,
    },
    { raw: { rule: "tiles", tilePixels: 448 }, fine: false },
    { raw: { rule: "fixed", tokens: 0 }, fine: false },
    { raw: { rule: "fixed", tokens: 256, maxTokens: 512 }, fine: false },
    { raw: { rule: "some", tokens: 256 }, fine: false },
  ])("takes $raw: $fine", ({ raw, fine }) => {
    expect(ImageTokens.safeParse(raw).success).toBe(fine);
  });
});

describe("Model", () => {
  it("needs a name only and is a language model then", () => {
    expect(Model.parse({ name: "Tiny" })).toEqual({
      name: "Tiny",
      aliases: [],
      assumedFor: [],
      family: [],
      kind: "llm",
      checkpointKeeps: [],
    });
  });

  it("reads the recurrent state of a hybrid into bytes", () => {
    expect(Model.parse({ name: "Hybrid", recurrentState: "50.25 MiB" }).recurrentState).toBe(52_690_944);
  });

  it.each([
    { why: "a detector", raw: { name: "X", kind: "detector" } },
    { why: "more than 100,000 billion parameters", raw: { name: "X", parametersBillions: 100_000.1 } },
    { why: "a size of 0", raw: { name: "X", parametersBillions: 0 } },
    { why: "half a layer", raw: { name: "X", layers: 27.5 } },
    { why: "a group of layers without heads", raw: { name: "X", kvGroups: [{ layers: 12, headSize: 64 }] } },
    { why: "a field it does not know", raw: { name: "X", parameters: 7 } },
  ])("refuses $why", ({ raw }) => {
    expect(Model.safeParse(raw).success).toBe(false);
  });
});

describe("Workload", () => {
  it("reads latencies and memory into base units", () => {
    const raw = {
      name: "Detector",
      kind: "detector",
      memoryPerStream: "100 MB",
      latencies: [{ device: "orin-nx-16gb", precision: "FP16", latency: "7.55 ms" }],
    };
    expect(Workload.parse(raw)).toMatchObject({ memoryPerStream: 1e8, latencies: [{ latency: 7.55 }] });
  });

  it.each([undefined, "llm", "camera"])("refuses the kind %s", (kind) => {
    expect(Workload.safeParse({ name: "X", kind }).success).toBe(false);
  });
});
