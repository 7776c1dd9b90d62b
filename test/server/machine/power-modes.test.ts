import { describe, expect, it } from "vitest";
import { highestPowerMode, readPowerState } from "../../../server/machine/power-modes.ts";

const configuration = [
  "# comment",
  "< POWER_MODEL ID=0 NAME=15W >",
  "CPU_ONLINE CORE_0 1",
  "< POWER_MODEL ID=2 NAME=MAXN_SUPER >",
  "<POWER_MODEL ID=1 NAME=25W>",
  "< PM_CONFIG DEFAULT=1 >",
].join("\n");

describe("readPowerState()", () => {
  it("reads modes, the one that runs and the shipped one", () => {
    expect(readPowerState(configuration, "pmode:0002 fmode:fan_mode_quiet\n")).toEqual({
      modes: [
        { id: 0, name: "15W" },
        { id: 2, name: "MAXN_SUPER" },
        { id: 1, name: "25W" },
      ],
      current: { id: 2, name: "MAXN_SUPER" },
      shipped: { id: 1, name: "25W" },
    });
  });

  it.each([undefined, "", "fmode:quiet", "pmode:0009"])(
    "leaves out what the status %j does not tell",
    (status) => {
      expect(readPowerState(configuration, status)).not.toHaveProperty("current");
    },
  );

  it.each([undefined, "", "no modes here"])("is undefined for the configuration %j", (text) => {
    expect(readPowerState(text, "pmode:0000")).toBeUndefined();
  });
});

describe("highestPowerMode()", () => {
  it.each([
    { names: ["15W", "25W", "MAXN_SUPER", "7W"], highest: "MAXN_SUPER" },
    { names: ["MAXN", "10W", "MAXN_SUPER", "40W"], highest: "MAXN_SUPER" },
    { names: ["MODE_15W", "MAXN", "MODE_50W"], highest: "MAXN" },
    { names: ["7W_AI", "10W", "7W_CPU"], highest: "10W" },
  ])("of $names is $highest, whatever its id", ({ names, highest }) => {
    const modes = names.map((name, id) => ({ id, name }));
    expect(highestPowerMode({ modes })?.name).toBe(highest);
  });
});
