import { describe, expect, it } from "vitest";
import { powerModeChoices, sweptBoards } from "../../../tools/sweep/boards.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const modesOf = (device: string, powerModes?: "highest" | "shipped" | "all", asksForPower = false) =>
  sweptBoards({ devices: [device], ...(powerModes && { powerModes }) }, asksForPower, knowledge).boards.map(
    ({ mode }) => mode?.name,
  );

describe("sweptBoards()", () => {
  it("takes every current Jetson module on sale, and says so", () => {
    const { boards, powerModes, assumptions } = sweptBoards({}, false, knowledge);
    const ids = boards.map(({ id }) => id);
    expect(ids).toContain("orin-nano-8gb");
    expect(ids).toContain("thor-t5000");
    for (const other of ["thor-t2000", "agx-xavier-64gb", "agx-thor-devkit", "hailo-8", "dgx-spark"])
      expect(ids).not.toContain(other);
    expect(powerModes).toBe("highest");
    expect(assumptions.slice(0, 2)).toEqual([
      "every current Jetson module on sale",
      "each board in its highest power mode",
    ]);
  });

  it.each([
    { choice: "highest", modes: ["MAXN"] },
    { choice: "shipped", modes: ["MODE_30W"] },
    { choice: "all", modes: ["MAXN", "MODE_50W", "MODE_30W", "MODE_15W"] },
  ] as const)("takes $modes of the AGX Orin 64GB for $choice", ({ choice, modes }) => {
    expect(powerModeChoices).toContain(choice);
    expect(modesOf("agx-orin-64gb", choice)).toEqual(modes);
  });

  it("takes every mode where power is asked for, unless another choice is named", () => {
    expect(modesOf("orin-nano-8gb", undefined, true)).toEqual(["15W", "7W"]);
    expect(modesOf("orin-nano-8gb", "highest", true)).toEqual(["15W"]);
  });

  it("takes a board without modes as it is, whatever is chosen", () => {
    const bare = { name: "Mine", memory: "16 GiB" };
    for (const powerModes of powerModeChoices)
      expect(sweptBoards({ devices: [bare], powerModes }, false, knowledge).boards).toMatchObject([
        { id: null, name: "Mine", mode: null },
      ]);
  });

  it("takes a board once that is named twice, and says what a loose name was taken for", () => {
    const { boards, assumptions } = sweptBoards({ devices: ["Thor", "agx-thor-devkit"] }, false, knowledge);
    expect(boards).toHaveLength(1);
    expect(boards[0]?.id).toBe("agx-thor-devkit");
    expect(sweptBoards({ devices: ["Thor"] }, false, knowledge).assumptions.join()).toMatch(
      /"Thor" is taken/,
    );
    expect(assumptions).toContain("each board in its highest power mode");
  });

  it("says of an announced board that its memory is an estimate", () => {
    const { assumptions } = sweptBoards({ devices: ["thor-t3000"] }, false, knowledge);
    expect(assumptions.join()).toMatch(/usable memory is an estimate/);
  });

  it("asks back where a name means several boards", () => {
    expect(() => modesOf("Orin NX")).toThrow(
      expect.objectContaining({ code: "ambiguous-id", candidates: ["orin-nx-16gb", "orin-nx-8gb"] }),
    );
  });
});
