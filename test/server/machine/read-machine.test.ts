import { describe, expect, it } from "vitest";
import { readMemory } from "../../../server/machine/read-machine.ts";
import { machineFiles, machineOf, withMachineFolder } from "../../fixtures/machine-folder.ts";

describe("readMachine()", () => {
  it("reads a Jetson", () => {
    expect(machineOf(machineFiles.orinNanoSuper)).toEqual({
      compatible: ["nvidia,p3768-0000+p3767-0005-super", "nvidia,p3767-0005", "nvidia,tegra234"],
      model: "NVIDIA Jetson Orin Nano Engineering Reference Developer Kit Super",
      flashedAs: [],
      release: "36.4.7",
      memory: { totalBytes: 7620 * 2 ** 20, availableBytes: 6200 * 2 ** 20 },
      power: {
        modes: [
          { id: 0, name: "15W" },
          { id: 1, name: "25W" },
          { id: 2, name: "MAXN_SUPER" },
          { id: 3, name: "7W" },
        ],
        current: { id: 1, name: "25W" },
        shipped: { id: 1, name: "25W" },
      },
    });
  });

  it("reads an empty folder as a machine that tells nothing", () => {
    expect(machineOf({})).toEqual({ compatible: [], flashedAs: [] });
  });

  it.each([
    { file: "# R36 (release), REVISION: 4.3, GCID: 1", release: "36.4.3" },
    { file: "# R36 (release), REVISION: 3, GCID: 1", release: "36.3.0" },
    { file: "# R32 (release), REVISION: 7.6, GCID: 38171779, BOARD: t210ref", release: "32.7.6" },
  ])("reads the release $release of its file", ({ file, release }) => {
    expect(machineOf({ "etc/nv_tegra_release": file }).release).toBe(release);
  });

  it("reads the release of the installed package where its file is missing", () => {
    const status = [
      "Package: nvidia-l4t-apt\nStatus: install ok installed\nVersion: 1.2.3-1\n",
      "Package: nvidia-l4t-core\nStatus: install ok installed\nArchitecture: arm64\nVersion: 36.5.0-20260115194252\n",
    ].join("\n");
    expect(machineOf({ "var/lib/dpkg/status": status }).release).toBe("36.5.0");
  });

  it("reads what the board was flashed as", () => {
    const file =
      "TNSPEC 3767-300-0005-R.1-1-1-jetson-orin-nano-devkit-super-\nCOMPATIBLE_SPEC 3767--0005--1--x-\n";
    expect(machineOf({ "etc/nv_boot_control.conf": file }).flashedAs).toEqual([
      "3767-300-0005-R.1-1-1-jetson-orin-nano-devkit-super-",
      "3767--0005--1--x-",
    ]);
  });

  it.each([
    { target: "/lib/systemd/system/graphical.target", os: "desktop" },
    { target: "/lib/systemd/system/multi-user.target", os: "headless" },
  ])("takes a system that starts $target for $os", ({ target, os }) => {
    expect(machineOf({}, { "etc/systemd/system/default.target": target }).os).toBe(os);
  });

  it("reads a kernel that does not tell what is available", () => {
    expect(machineOf({ "proc/meminfo": "MemTotal:  1024 kB\n" }).memory).toEqual({ totalBytes: 2 ** 20 });
  });
});

describe("readMemory()", () => {
  it("reads what is there and what is free, and nothing where the kernel does not tell", () => {
    const files = { "proc/meminfo": "MemTotal:  1024 kB\nMemAvailable:  512 kB\n" };
    expect(withMachineFolder(files, readMemory)).toEqual({ totalBytes: 2 ** 20, availableBytes: 2 ** 19 });
    expect(withMachineFolder({}, readMemory)).toBeUndefined();
  });
});
