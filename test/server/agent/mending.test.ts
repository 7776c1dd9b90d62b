import { describe, expect, it } from "vitest";
import { createMender, rewriteRequest, type Struck } from "../../../server/agent/mending.ts";
import type { MarkedClaim } from "../../../server/check/check.ts";
import type { Fact } from "../../../tools/facts.ts";

const doubt: MarkedClaim = {
  text: "99 GB",
  kind: "number",
  start: 0,
  end: 5,
  reason: "headroom on the Jetson Orin NX 16GB is 4.94 GB",
};
const fact: Fact = {
  id: "1.headroom",
  label: "headroom",
  entity: "Jetson Orin NX 16GB",
  value: 4.94e9,
  unit: "B",
  display: "4.94 GB",
  basis: { kind: "given" },
};
const builtIn =
  "**Yes, it fits.** At about 7.3 tok/s it is usable.\n\n### Memory\n\n| a | b |\n|---|---|\n- The headroom is 4.94 GB.\n";

const always = () => true;

function mender() {
  const struck: Struck[] = [];
  return { mend: createMender(builtIn, (entry) => struck.push(entry)), struck };
}

describe("rewriteRequest()", () => {
  it("names the bad value with what is true, the facts allowed, and the part to write again", () => {
    const request = rewriteRequest(" 99 GB stay free. ", [doubt, doubt], [fact]);
    expect(request).toContain('- "99 GB": headroom on the Jetson Orin NX 16GB is 4.94 GB');
    expect(request).toContain("- headroom, Jetson Orin NX 16GB: 4.94 GB");
    expect(request.endsWith("\n99 GB stay free.")).toBe(true);
    expect(request.match(/"99 GB"/g)).toHaveLength(1);
  });

  it("stays short, however much is known", () => {
    const facts = Array.from({ length: 500 }, (_, index) => ({ ...fact, id: `${index}` }));
    expect(rewriteRequest("It.", [doubt], facts).length).toBeLessThan(2000);
  });
});

describe("createMender()", () => {
  it("takes the sentence of the built-in answer that is most alike, each once, and tells what was struck", () => {
    const { mend, struck } = mender();
    expect(mend("The headroom is 99 GB. ", [doubt], always)).toBe("The headroom is 4.94 GB. ");
    expect(mend("The headroom is 98 GB. ", [doubt], always)).not.toContain("4.94");
    expect(struck[0]).toEqual({
      text: "The headroom is 99 GB.",
      replacement: "The headroom is 4.94 GB.",
      reason: "99 GB: headroom on the Jetson Orin NX 16GB is 4.94 GB",
    });
  });

  it("keeps a list a list", () => {
    expect(mender().mend("- headroom: 99 GB\n", [doubt], always)).toBe("- The headroom is 4.94 GB.\n");
  });

  it("takes a row out of a table without breaking it", () => {
    const { mend, struck } = mender();
    expect(mend("| headroom | 99 GB |\n", [doubt], always)).toBe("");
    expect(struck).toMatchObject([{ text: "| headroom | 99 GB |", replacement: "" }]);
  });

  it("strikes without a replacement when nothing is left", () => {
    const { mend } = mender();
    for (let count = 0; count < 5; count++) mend("Any 99 GB.", [doubt], always);
    expect(mend("Any 99 GB.", [doubt], always)).toBe("");
  });
});
