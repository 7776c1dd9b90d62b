import { describe, expect, it } from "vitest";
import { estimateSpeed } from "../../fixtures/knowledge.ts";

const facts = async (input: object) => (await estimateSpeed(input)).facts;
const find = async (input: object, id: string) => (await facts(input)).find((fact) => fact.id === id);
const measured = { device: "agx-orin-64gb", powerMode: "30W", model: "llama-3.1-8b", contextTokens: 187 };
const reckoned = { ...measured, powerMode: "50W" };

describe("addEnergyFacts()", () => {
  it("cites a measured draw, and computes another from the budget", async () => {
    expect(await find(measured, "draw")).toMatchObject({
      value: 18,
      display: "18 W",
      entity: "Jetson AGX Orin 64GB",
      basis: { kind: "cited", source: "jetson-llm-maxperf" },
    });
    expect(await find(reckoned, "draw")).toMatchObject({
      basis: { kind: "computed", inputs: ["power-budget"] },
    });
    expect(await find(reckoned, "power-budget")).toMatchObject({ value: 50 });
  });

  it.each([
    { id: "draw-low", unit: "W" },
    { id: "draw-high", unit: "W" },
    { id: "efficiency", unit: "tok/s/W" },
    { id: "token-energy", unit: "J" },
    { id: "answers-energy", unit: "Wh" },
    { id: "prompts-energy", unit: "Wh" },
    { id: "answers-cost", unit: "USD" },
  ])("has $id in $unit with its formula and inputs that are facts", async ({ id, unit }) => {
    const all = await facts(measured);
    const fact = all.find((each) => each.id === id);
    expect(fact).toMatchObject({ unit, basis: { kind: "computed", formula: expect.stringMatching(/./) } });
    const inputs = fact?.basis.kind === "computed" ? fact.basis.inputs : [];
    for (const input of inputs) expect(all.map((each) => each.id)).toContain(input);
  });

  it("cites who says what of heat", async () => {
    const { thermal, sources } = await estimateSpeed(measured);
    expect(thermal.length).toBeGreaterThan(0);
    for (const { source } of thermal) expect(sources.map(({ id }) => id)).toContain(source);
  });
});
