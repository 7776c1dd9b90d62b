import { beforeAll, describe, expect, it } from "vitest";
import type { Evidence } from "../../../server/check/evidence.ts";
import { holdsSupposed, supposed } from "../../../server/check/remedies.ts";
import { readScene } from "../../../server/check/scene.ts";
import { llamaEvidence, names } from "../../fixtures/check-evidence.ts";

let evidence: Evidence;
beforeAll(async () => {
  evidence = await llamaEvidence();
});

function holds(text: string, verdicts: string[]) {
  const scene = readScene(text, names);
  const segment = scene.segments[0];
  if (!segment) throw new Error("no sentence");
  return holdsSupposed({ start: 0, end: 1, segment }, scene, evidence, verdicts);
}

describe("holdsSupposed()", () => {
  it("bears out the verdict of a fix that is repeated, and no other", () => {
    const fix = evidence.verdicts.flatMap(({ fixes }) => fixes)[0];
    const other = fix?.verdict === "fits" ? "tight" : "fits";
    expect(holds(`- Jetson Orin NX 8GB: ${fix?.change} → it`, [fix?.verdict ?? ""])).toBe(true);
    expect(holds(`- Jetson Orin NX 8GB: ${fix?.change} → it`, [other])).toBe(false);
  });

  it("bears out a move only to the board of a fix", () => {
    expect(holds("On the Orin NX 8GB, move to the Orin NX 16GB", ["fits"])).toBe(true);
    expect(holds("On the Orin NX 8GB, move to the Orin Nano 4GB", ["fits"])).toBe(false);
  });
});

describe("supposed", () => {
  it.each([
    ["would fit if headless", true],
    ["with q4_0 KV it fits", true],
    ["it fits with 4.9 GB free", false],
  ])("of %s is %s", (text, is) => {
    expect(supposed.test(text)).toBe(is);
  });
});
