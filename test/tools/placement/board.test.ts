import { describe, expect, it } from "vitest";
import {
  isCurrentModule,
  isHighestMode,
  isMemoryEstimated,
  memoryAvailable,
} from "../../../tools/placement/board.ts";
import { board, knowledge } from "../../fixtures/knowledge.ts";

describe("toBoard()", () => {
  it("takes the highest mode, when none is asked for, and says so", () => {
    const { mode, assumptions } = board("agx-orin-64gb");
    expect(mode?.name).toBe("MAXN");
    expect(assumptions).toEqual(["Jetson AGX Orin 64GB: power mode MAXN, the highest"]);
  });

  it.each(["MODE_30W", "30W", "30w", "mode_30w", "30 W"])(
    "reads %s as MODE_30W, and assumes nothing",
    (name) => {
      const { mode, assumptions } = board("agx-orin-64gb", name);
      expect([mode?.name, assumptions]).toEqual(["MODE_30W", []]);
    },
  );

  it("tells MAXN and MAXN_SUPER apart", () => {
    expect(board("orin-nx-16gb-super", "maxn super").mode?.name).toBe("MAXN_SUPER");
    expect(() => board("orin-nx-16gb", "MAXN_SUPER")).toThrow(
      expect.objectContaining({ code: "unknown-id" }),
    );
  });

  it("has no mode for a board without any, and assumes none", () => {
    expect(board("thor-t2000")).toMatchObject({ mode: null, assumptions: [] });
    expect(board({ name: "Mine" }).mode).toBeNull();
  });

  it("answers an unknown mode with those of the board", () => {
    expect(() => board("agx-orin-64gb", "99W")).toThrow(
      expect.objectContaining({
        code: "unknown-id",
        candidates: ["MAXN", "MODE_50W", "MODE_30W", "MODE_15W"],
        message: expect.stringContaining('the power mode "99W" of Jetson AGX Orin 64GB: it has MAXN,'),
      }),
    );
    expect(() => board("thor-t2000", "40W")).toThrow(/none are on record/);
  });

  it("finds its own modes of every board, the first one with the most bandwidth and GPU", () => {
    for (const { id, value } of knowledge.devices.entries)
      for (const { name, bandwidth, gpuShare = 1 } of value.powerModes) {
        const [highest] = value.powerModes;
        expect(board(id, name).mode?.name).toBe(name);
        expect(bandwidth ?? 0).toBeLessThanOrEqual(value.bandwidth ?? 0);
        expect(gpuShare).toBeLessThanOrEqual(highest?.gpuShare ?? 1);
      }
  });

  it("finds the mode of every measured run on its board", () => {
    const runs = knowledge.models.entries.flatMap(({ id }) => knowledge.measurements(id));
    const stated = runs.filter(({ powerMode }) => powerMode !== undefined);
    expect(stated.length).toBeGreaterThan(100);
    for (const { device, powerMode } of stated) expect(board(device, powerMode).mode).not.toBeNull();
  });
});

describe("memoryAvailable()", () => {
  it.each([
    { what: "what the kernel reports", reference: "orin-nano-8gb", bytes: 7620 * 2 ** 20 },
    {
      what: "the size on the box, when nobody reported",
      reference: { name: "Mine", memory: "8 GB" },
      bytes: 8e9,
    },
    {
      what: "what the user's kernel reports",
      reference: { name: "Mine", memory: "8 GB", memTotal: "7 GB" },
      bytes: 7e9,
    },
    { what: "nothing, when there is none", reference: "coral-tpu", bytes: undefined },
  ])("is $what", ({ reference, bytes }) => {
    expect(memoryAvailable(board(reference))).toBe(bytes);
  });
});

describe("isMemoryEstimated()", () => {
  it.each([
    { reference: "agx-orin-64gb", estimated: false },
    { reference: "thor-t4000", estimated: true },
    { reference: "thor-t2000", estimated: true },
    { reference: "mac-mini-m4", estimated: true },
    { reference: { name: "Mine", memory: "8 GB" }, estimated: false },
  ])("is $estimated for $reference", ({ reference, estimated }) => {
    expect(isMemoryEstimated(board(reference))).toBe(estimated);
  });
});

describe("isCurrentModule()", () => {
  it.each([
    { device: "orin-nano-8gb", current: true },
    { device: "thor-t5000", current: true },
    { device: "agx-thor-devkit", current: false },
    { device: "orin-nano-8gb-super", current: false },
    { device: "agx-xavier-32gb", current: false },
    { device: "dgx-spark", current: false },
  ])("$device: $current", ({ device, current }) => {
    expect(isCurrentModule(knowledge.devices.get(device).entry.value)).toBe(current);
  });
});

describe("isHighestMode()", () => {
  it.each([
    { device: "agx-orin-64gb", mode: undefined, highest: true },
    { device: "agx-orin-64gb", mode: "30W", highest: false },
    { device: { name: "Mine" }, mode: undefined, highest: true },
  ])("is $highest of $device in $mode", ({ device, mode, highest }) => {
    expect(isHighestMode(board(device, mode))).toBe(highest);
  });
});
