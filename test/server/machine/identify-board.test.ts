import { describe, expect, it } from "vitest";
import { identifyBoard } from "../../../server/machine/identify-board.ts";
import type { Machine } from "../../../server/machine/machine.ts";
import { machineFiles, machineOf } from "../../fixtures/machine-folder.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const GIB = 2 ** 30;

function identify(machine: Partial<Machine>): string {
  const identity = identifyBoard({ compatible: [], flashedAs: [], ...machine }, knowledge.devices);
  return identity.kind === "known" ? `${identity.device.id} by ${identity.by}` : identity.kind;
}

describe("identifyBoard()", () => {
  it.each([
    { files: machineFiles.orinNanoSuper, board: "orin-nano-8gb-super by device tree" },
    { files: machineFiles.orinNx, board: "orin-nx-16gb by device tree" },
    { files: machineFiles.agxOrin, board: "agx-orin-64gb by device tree" },
    { files: machineFiles.thor, board: "agx-thor-devkit by device tree" },
    { files: machineFiles.laptop, board: "other" },
  ])("finds $board", ({ files, board }) => {
    expect(identify(machineOf(files))).toBe(board);
  });

  it.each([
    { compatible: ["acme,carrier", "nvidia,p3767-0003", "nvidia,tegra234"], board: "orin-nano-8gb" },
    {
      compatible: ["acme,carrier-super", "nvidia,p3767-0001", "nvidia,tegra234"],
      board: "orin-nx-8gb-super",
    },
    { compatible: ["nvidia,p3737-0000+p3701-0005-super", "nvidia,tegra234"], board: "agx-orin-64gb" },
    { compatible: ["nvidia,p4071-0000+p3834-0000", "nvidia,tegra264"], board: "thor-t4000" },
    { compatible: ["acme,thor", "nvidia,p3834-0008", "nvidia,tegra264"], board: "thor-t5000" },
  ])("finds $board on $compatible", ({ compatible, board }) => {
    expect(identify({ compatible, memory: { totalBytes: GIB } })).toBe(`${board} by device tree`);
  });

  it.each([
    { gib: 30, board: "agx-orin-32gb" },
    { gib: 61.4, board: "agx-orin-64gb" },
  ])("tells two sizes of one part by the $gib GiB that the kernel reports", ({ gib, board }) => {
    const compatible = ["nvidia,p3737-0000+p3701-0000", "nvidia,p3701-0000", "nvidia,tegra234"];
    expect(identify({ compatible, memory: { totalBytes: gib * GIB } })).toBe(`${board} by device tree`);
  });

  it.each([
    { spec: "3767-300-0005-R.1-1-1-jetson-orin-nano-devkit-super-", board: "orin-nano-8gb-super" },
    { spec: "3701--0004--1--jetson-agx-orin-devkit-", board: "agx-orin-32gb" },
  ])("finds $board by what it was flashed as", ({ spec, board }) => {
    expect(identify({ flashedAs: [spec] })).toBe(`${board} by flash target`);
  });

  it.each([
    { model: "NVIDIA Jetson Orin NX Engineering Reference Developer Kit", gib: 15.3, board: "orin-nx-16gb" },
    { model: "NVIDIA Jetson Orin NX Engineering Reference Developer Kit", gib: 7.4, board: "orin-nx-8gb" },
    { model: "NVIDIA Jetson Orin NX Developer Kit Super", gib: 15.3, board: "orin-nx-16gb-super" },
    { model: "NVIDIA Jetson AGX Orin Developer Kit", gib: 30, board: "agx-orin-32gb" },
  ])("finds $board by its name and $gib GiB", ({ model, gib, board }) => {
    expect(identify({ model, memory: { totalBytes: gib * GIB } })).toBe(`${board} by model name and memory`);
  });

  it("does not guess the size of a board without its memory", () => {
    expect(identify({ model: "NVIDIA Jetson AGX Orin Developer Kit" })).toBe("unknown-jetson");
  });

  it("knows a Jetson that is not on record from another machine", () => {
    expect(identify({ compatible: ["nvidia,p9999-0000", "nvidia,tegra999"] })).toBe("unknown-jetson");
    expect(identify({ compatible: ["raspberrypi,5-model-b", "brcm,bcm2712"] })).toBe("other");
  });

  it("finds every part number on record as its board", () => {
    for (const { id, value } of knowledge.devices.entries)
      for (const name of value.deviceTree ?? []) {
        const totalBytes = 0.9 * (value.memory ?? 0);
        expect(identify({ compatible: [`nvidia,${name}`], memory: { totalBytes } })).toBe(
          `${id} by device tree`,
        );
      }
  });
});
