import { describe, expect, it } from "vitest";
import { Trouble } from "../../../knowledge/trouble-schema.ts";
import { rankCauses, type TroubleCase } from "../../../tools/trouble/rank-causes.ts";

const row = (id: string, more: object = {}) => ({
  id,
  provenance: {},
  value: Trouble.parse({
    symptoms: ["runs-on-cpu"],
    cause: `${id}.`,
    check: "look",
    fix: "mend",
    source: "user",
    confidence: "high",
    ...more,
  }),
});

const ranked = (rows: ReturnType<typeof row>[], seen: Partial<TroubleCase> = {}) =>
  rankCauses(rows, { symptoms: ["runs-on-cpu"], circumstances: [], ...seen }).map(({ id }) => id);

const ofOllama = row("of-ollama", { when: { runtimes: ["ollama"] } });
const ofAll = row("of-all");

describe("rankCauses()", () => {
  it("keeps the order of the table among equals, and leaves out what explains another symptom", () => {
    expect(ranked([row("one"), row("other", { symptoms: ["killed-later"] }), row("two")])).toEqual([
      "one",
      "two",
    ]);
  });

  it("puts the engine's own cause first where the engine is known, last or out where it is not", () => {
    expect(ranked([ofAll, ofOllama], { runtime: "ollama" })).toEqual(["of-ollama", "of-all"]);
    expect(ranked([ofAll, ofOllama], { runtime: "vllm" })).toEqual(["of-all"]);
    expect(ranked([ofOllama, ofAll])).toEqual(["of-all"]);
    expect(ranked([ofOllama])).toEqual(["of-ollama"]);
  });

  it.each([
    { when: { classes: ["nano"] }, holds: { boardClass: "nano" }, fails: { boardClass: "agx" } },
    {
      when: { computeCapabilities: [8.7] },
      holds: { computeCapability: 8.7 },
      fails: { computeCapability: 11 },
    },
    { when: { linuxMajors: [36] }, holds: { linuxMajor: 36 }, fails: { linuxMajor: 39 } },
    {
      when: { refusesBigAllocations: true },
      holds: { refusesBigAllocations: true },
      fails: { refusesBigAllocations: false },
    },
  ])("goes by $when where it is known", ({ when, holds, fails }) => {
    const conditional = row("conditional", { when });
    expect(ranked([ofAll, conditional], holds)).toEqual(["conditional", "of-all"]);
    expect(ranked([ofAll, conditional], fails)).toEqual(["of-all"]);
  });

  it("wants a circumstance to be mentioned where it is a condition, and weighs it where it is a sign", () => {
    const conditional = row("conditional", { when: { mentions: ["container"] } });
    const likely = row("likely", { likelier: ["container"] });
    expect(ranked([ofAll, conditional, likely])).toEqual(["of-all", "likely"]);
    expect(ranked([ofAll, conditional, likely], { circumstances: ["container"] })).toEqual([
      "conditional",
      "likely",
      "of-all",
    ]);
  });

  it("tells one cause of a topic, the likeliest", () => {
    const general = row("general", { topic: "power-mode" });
    const own = row("own", { topic: "power-mode", when: { classes: ["nx"] } });
    expect(ranked([general, own], { boardClass: "nx" })).toEqual(["own"]);
    expect(ranked([general, own])).toEqual(["general"]);
  });

  it("prefers what explains more of what is seen", () => {
    const both = row("both", { symptoms: ["runs-on-cpu", "gpu-not-found"] });
    expect(ranked([ofAll, both], { symptoms: ["runs-on-cpu", "gpu-not-found"] })).toEqual(["both", "of-all"]);
  });
});
