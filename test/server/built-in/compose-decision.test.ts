import { beforeAll, describe, expect, it } from "vitest";
import {
  decisionHeadline,
  decisionLines,
  decisionOpinion,
  toSentence,
} from "../../../server/built-in/compose-decision.ts";
import type { Decision } from "../../../tools/decision-tree.ts";
import { decide, knowledge } from "../../fixtures/server-knowledge.ts";

const runtimeName = (id: string) => knowledge.runtimes.find(id)?.entry.value.name ?? id;
const deviceName = (id: string) => knowledge.devices.get(id).entry.value.name;
let humanoid: Decision;
let cheap: Decision;
let load: Decision;
let detector: Decision;

beforeAll(async () => {
  humanoid = await decide({ application: "humanoid", modelKind: "vla" });
  cheap = await decide({
    largestModelBillions: 7,
    modelKind: "llm",
    budgetUsd: 1500,
    requestsPerDay: 2000,
  });
  detector = await decide({ modelKind: "detector", streams: 4 });
  load = await decide({ requestsPerDay: 2000 });
});

describe("toSentence()", () => {
  it.each([
    { clause: "it fits", sentence: "It fits." },
    { clause: "It fits.", sentence: "It fits." },
    { clause: "does it?", sentence: "Does it?" },
    { clause: "", sentence: "." },
  ])("makes $sentence of $clause", ({ clause, sentence }) => {
    expect(toSentence(clause)).toBe(sentence);
  });
});

describe("decisionHeadline()", () => {
  it("opens with the board the rules lead to, and names the alternatives", () => {
    for (const decision of [humanoid, cheap]) {
      const headline = decisionHeadline(decision, runtimeName);
      expect(headline.startsWith(`**${deviceName(decision.platform)}`)).toBe(true);
      for (const id of decision.alternatives) expect(headline).toContain(deviceName(id));
    }
  });

  it("names what is too dear as that, and as no alternative", async () => {
    const poor = await decide({ application: "assistant", budgetUsd: 500 });
    const [within = "", beyond = ""] = decisionHeadline(poor, runtimeName).split("Beyond the budget:");
    expect(beyond).toContain("AGX Orin 64GB");
    expect(within).toMatch(/^\*\*Jetson Orin Nano 8GB/);
    expect(within).not.toContain("Otherwise");
  });

  it("opens with the runtime where only a load was stated", () => {
    const headline = decisionHeadline(load, runtimeName);
    expect(headline.startsWith(`**${runtimeName(load.runtime?.choice ?? "?")}`)).toBe(true);
    expect(headline).not.toContain(deviceName(load.platform));
  });
});

describe("decisionOpinion()", () => {
  it("names the board and why", () => {
    expect(decisionOpinion(humanoid, (id) => id)).toContain(deviceName(humanoid.platform));
    expect(decisionOpinion(humanoid, (id) => id)).toContain(toSentence(humanoid.because));
  });
});

describe("decisionLines()", () => {
  it("says the price of the board as the tool has it", () => {
    for (const decision of [humanoid, cheap]) {
      const price = decision.facts.find(({ id }) => id.startsWith(`price.${decision.platform}.`));
      expect(price?.unit).toBe("USD");
      expect(decisionLines(decision, runtimeName).join("\n")).toContain(price?.display);
    }
  });

  it("says the runtime only where the tool advises one", () => {
    expect(decisionLines(cheap, runtimeName).join("\n")).toContain(runtimeName(cheap.runtime?.choice ?? "?"));
    expect(detector.runtime).toBeUndefined();
    expect(decisionLines(detector, runtimeName).join("\n")).not.toContain("Runtime");
  });

  it("says caveats in the tool's own words, a handful at most", () => {
    const lines = decisionLines(cheap, runtimeName);
    expect(lines).toContain(`- ${cheap.caveats[0]}`);
    const many = { ...cheap, caveats: Array.from({ length: 40 }, (_, index) => `caveat ${index}`) };
    const said = decisionLines(many, runtimeName).filter((line) => line.includes("caveat"));
    expect(said.length).toBeGreaterThan(2);
    expect(said.length).toBeLessThan(12);
  });
});
