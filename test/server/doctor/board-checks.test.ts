import { describe, expect, it } from "vitest";
import {
  checkBoard,
  checkMemory,
  checkPowerMode,
  checkRelease,
} from "../../../server/doctor/board-checks.ts";
import { identifyBoard } from "../../../server/machine/identify-board.ts";
import type { Machine } from "../../../server/machine/machine.ts";
import { machineFiles, machineOf } from "../../fixtures/machine-folder.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const identify = (machine: Machine) => identifyBoard(machine, knowledge.devices);
const nano = machineOf(machineFiles.orinNanoSuper);
const laptop = machineOf(machineFiles.laptop);
const MIB = 2 ** 20;

describe("checkBoard()", () => {
  it("names the board and what told it", () => {
    expect(checkBoard(identify(nano), nano)).toMatchObject({
      state: "ok",
      message: "Jetson Orin Nano 8GB Super (by its device tree).",
    });
  });

  it.each([
    { machine: laptop, said: "Not a Jetson" },
    {
      machine: { compatible: ["nvidia,tegra999"], flashedAs: [], model: "Jetson X" },
      said: 'on record ("Jetson X")',
    },
  ])("takes another machine for information: $said", ({ machine, said }) => {
    const { state, message } = checkBoard(identify(machine), machine);
    expect(state).toBe("information");
    expect(message).toContain(said);
    expect(message).toContain("--device");
  });
});

describe("checkRelease()", () => {
  const of = (release: string) => checkRelease({ ...nano, release }, identify(nano), knowledge)[0];

  const upgrade = "sudo apt update && sudo apt dist-upgrade";
  const source = "/etc/apt/sources.list.d/nvidia-l4t-apt-source.list";

  it.each([
    {
      release: "36.4.7",
      mended: "L4T 36.5.0 (JetPack 6.2.2) mends it.",
      fix: `sudo sed -i 's/r36.4/r36.5/' ${source} && ${upgrade}`,
    },
    { release: "35.6.3", mended: "L4T 35.6.4 (JetPack 5.1.6) mends it.", fix: upgrade },
    { release: "38.2.2", mended: "38.4.0 (JetPack 7.1) and 39.2.0 (JetPack 7.2) follow it.", fix: undefined },
  ])("warns of $release, which refuses big allocations", ({ release, mended, fix }) => {
    expect(of(release)).toMatchObject({ id: "l4t", state: "warning" });
    expect(of(release)?.fix).toBe(fix);
    expect(of(release)?.message).toContain("NvMapMemAllocInternalTagged");
    expect(of(release)?.message).toContain(mended);
  });

  it.each([
    { release: "36.4.4", state: "ok", message: "L4T 36.4.4 (JetPack 6.2.1)." },
    { release: "39.2.1", state: "ok", message: "L4T 39.2.1 (JetPack 7.2.1)." },
    { release: "36.5.2", state: "information", message: "L4T 36.5.2 is not on record." },
  ])("says of $release: $message", ({ release, state, message }) => {
    expect(of(release)).toMatchObject({ state, message });
  });

  it("says where the release stands when it is not told, and nothing of other machines", () => {
    const { release: _, ...container } = nano;
    expect(checkRelease(container, identify(nano), knowledge)).toMatchObject([{ state: "information" }]);
    expect(checkRelease(laptop, identify(laptop), knowledge)).toEqual([]);
  });
});

describe("checkMemory()", () => {
  it("tells what the kernel reports and what is available", () => {
    expect(checkMemory(nano)).toMatchObject({
      state: "ok",
      message: "6.50 GB of 7.99 GB are available now.",
    });
  });

  it.each([
    { availableMib: 2047, state: "warning" },
    { availableMib: 2048, state: "ok" },
  ])("of $availableMib MiB available is $state", ({ availableMib, state }) => {
    const memory = { totalBytes: 7620 * MIB, availableBytes: availableMib * MIB };
    expect(checkMemory({ ...nano, memory }).state).toBe(state);
  });

  it("tells what it can where the kernel tells less", () => {
    expect(checkMemory({ ...nano, memory: { totalBytes: 7620 * MIB } }).message).toBe("7.99 GB in all.");
    expect(checkMemory({ compatible: [], flashedAs: [] }).state).toBe("information");
  });
});

describe("checkPowerMode()", () => {
  it.each([
    { board: "orinNanoSuper", said: "25W (mode 1) is below MAXN_SUPER", fix: "sudo nvpmodel -m 2" },
    { board: "agxOrin", said: "MODE_30W (mode 2) is below MAXN", fix: "sudo nvpmodel -m 0" },
    { board: "thor", said: "120W (mode 1) is below MAXN", fix: "sudo nvpmodel -m 0" },
  ] as const)("warns on $board and gives the id of its own configuration: $fix", ({ board, said, fix }) => {
    const machine = machineOf(machineFiles[board]);
    const [check] = checkPowerMode(machine, identify(machine));
    expect(check).toMatchObject({ id: "power-mode", state: "warning", fix });
    expect(check?.message).toContain(said);
  });

  it("is content with the highest mode", () => {
    const machine = machineOf(machineFiles.orinNx);
    expect(checkPowerMode(machine, identify(machine))).toMatchObject([
      { state: "ok", message: "MAXN (mode 0), the highest." },
    ]);
  });

  it("says so where nvpmodel's files do not tell, and nothing of other machines", () => {
    const { power: _, ...container } = nano;
    expect(checkPowerMode(container, identify(nano))).toMatchObject([{ state: "information" }]);
    expect(checkPowerMode(laptop, identify(laptop))).toEqual([]);
  });
});
