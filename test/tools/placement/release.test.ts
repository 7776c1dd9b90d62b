import { describe, expect, it } from "vitest";
import { toRelease } from "../../../tools/placement/release.ts";
import { board, knowledge } from "../../fixtures/knowledge.ts";

const on = (stated: string | undefined, device = "orin-nx-16gb") =>
  toRelease(stated, board(device), knowledge);

describe("toRelease()", () => {
  it.each([
    { stated: "36.4.7", id: "36.4.7" },
    { stated: "L4T 36.4.7", id: "36.4.7" },
    { stated: "r36.4.7", id: "36.4.7" },
    { stated: "36.5", id: "36.5.0" },
    { stated: "# R36 (release), REVISION: 4.7, GCID: 12345, BOARD: generic", id: "36.4.7" },
    { stated: "JetPack 6.2.2", id: "36.5.0" },
    { stated: "JP 6.2", id: "36.4.3" },
  ])("takes $stated for $id", ({ stated, id }) => {
    const { release, reference, assumptions } = on(stated);
    expect([release?.id, reference, assumptions]).toEqual([id, id, []]);
  });

  it("leaves a JetPack of two releases in doubt, and says which of them refuses", () => {
    const { release, reference, assumptions } = on("jetpack 6.2.1");
    expect([release, reference]).toEqual([null, "JetPack 6.2.1"]);
    expect(assumptions).toEqual([
      "JetPack 6.2.1 is L4T 36.4.4 or L4T 36.4.7, of which L4T 36.4.7 refuses big CUDA allocations: /etc/nv_tegra_release tells which",
    ]);
  });

  it("leaves out a release that does not run on the board", () => {
    const { release, assumptions } = on("36.4.7", "thor-t5000");
    expect(release).toBeNull();
    expect(assumptions[0]).toMatch(/^L4T 36.4.7 does not run on Jetson Thor T5000/);
  });

  it("knows nothing, when nothing is stated, and refuses what is not on record", () => {
    expect(on(undefined)).toEqual({ reference: undefined, release: null, assumptions: [] });
    expect(() => on("36.9.9")).toThrow(/nearest known are .*36\./);
  });
});
