import { describe, expect, it } from "vitest";
import { PowerMode } from "../../../knowledge/schema.ts";
import { modeLimits, usableBandwidth } from "../../../tools/formulas/power-mode.ts";
import { assume, board } from "../../fixtures/knowledge.ts";

const device = { bandwidth: 200e9, gpu: { maxClock: 1000e6 } };
const mode = (fields: object) => PowerMode.parse({ name: "X", ...fields });

describe("modeLimits()", () => {
  it.each([
    { what: "no mode", some: null, limits: { bandwidth: 200e9, gpuShare: 1 } },
    { what: "a mode that limits nothing", some: mode({}), limits: { bandwidth: 200e9, gpuShare: 1 } },
    {
      what: "half of the clock",
      some: mode({ gpuClock: "500 MHz" }),
      limits: { bandwidth: 200e9, gpuShare: 0.5 },
    },
    { what: "half of the units", some: mode({ gpuShare: 0.5 }), limits: { bandwidth: 200e9, gpuShare: 0.5 } },
    {
      what: "half of both and slower memory",
      some: mode({ gpuClock: "500 MHz", gpuShare: 0.5, bandwidth: "68 GB/s" }),
      limits: { bandwidth: 68e9, gpuShare: 0.25 },
    },
    {
      what: "a clock above the highest",
      some: mode({ gpuClock: "2 GHz" }),
      limits: { bandwidth: 200e9, gpuShare: 1 },
    },
  ])("leaves for $what", ({ some, limits }) => {
    expect(modeLimits(device, some)).toEqual(limits);
  });

  it("ignores a clock it has nothing to compare with", () => {
    expect(modeLimits({ bandwidth: undefined, gpu: {} }, mode({ gpuClock: "500 MHz" }))).toEqual({
      bandwidth: undefined,
      gpuShare: 1,
    });
  });
});

describe("usableBandwidth()", () => {
  it.each([
    { what: "a whole GPU", limits: { bandwidth: 200e9, gpuShare: 1 }, coreClock: 1e12, usable: 200e9 },
    { what: "a slowed one", limits: { bandwidth: 200e9, gpuShare: 0.25 }, coreClock: 1e12, usable: 100e9 },
    { what: "few cores", limits: { bandwidth: 200e9, gpuShare: 0.25 }, coreClock: 1e11, usable: 50e9 },
    { what: "slow memory", limits: { bandwidth: 68e9, gpuShare: 0.25 }, coreClock: 1e12, usable: 68e9 },
    {
      what: "a mode without a bandwidth",
      limits: { bandwidth: undefined, gpuShare: 0.25 },
      coreClock: 1e12,
      usable: 100e9,
    },
    { what: "no GPU", limits: { bandwidth: 200e9, gpuShare: 0 }, coreClock: 0, usable: 0 },
  ])("is $usable B/s for $what, at 0.1 bytes a core cycle", ({ limits, coreClock, usable }) => {
    expect(usableBandwidth(200e9, limits, coreClock, 0.1)).toBe(usable);
  });

  it("leaves AGX Orin in 30 W, with 1,024 cores at 612 MHz, about a third of its bandwidth", () => {
    const { record, mode: watts30 } = board("agx-orin-64gb", "MODE_30W");
    const limits = modeLimits(record, watts30);
    expect(limits.gpuShare).toBeCloseTo(0.235, 3);
    const usable = usableBandwidth(204.8e9, limits, 1024 * 612e6, assume("stream-bytes-per-core-cycle"));
    expect(usable / 204.8e9).toBeGreaterThan(0.28);
    expect(usable / 204.8e9).toBeLessThan(0.36);
  });
});
