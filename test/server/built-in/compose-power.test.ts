import { beforeAll, describe, expect, it } from "vitest";
import {
  asksHeat,
  asksPower,
  heatBlock,
  powerBlock,
  powerClause,
} from "../../../server/built-in/compose-power.ts";
import type { Throughput } from "../../../tools/estimate-throughput.ts";
import { estimateSpeed } from "../../fixtures/knowledge.ts";
import { find } from "../../fixtures/server-knowledge.ts";

const question = "How many watts does Llama 3.1 8B take on AGX Orin 64GB?";
let orin: Throughput;
let blocked: Throughput;

beforeAll(async () => {
  orin = await estimateSpeed({ device: "agx-orin-64gb", model: "llama-3.1-8b" });
  blocked = await estimateSpeed({ device: "agx-orin-64gb", model: "llama-3.1-8b", quantization: "nvfp4" });
});

describe("asksPower()", () => {
  it.each([
    { text: question, asks: true },
    { text: "How much energy per 1000 answers?", asks: true },
    { text: "tokens per watt of Qwen3 4B", asks: true },
    { text: "What do 1000 answers cost with Qwen3 4B?", asks: true },
    { text: "How much does it cost to generate 1000 answers?", asks: true },
    { text: "What does Thor cost?", asks: false },
    { text: "Which power mode is set?", asks: false },
    { text: "How many W?", asks: true },
    { text: "Does Qwen3 4B run at 15 W?", asks: false },
    { text: "How fast is Qwen3 4B on Thor?", asks: false },
  ])("is $asks for: $text", ({ text, asks }) => {
    expect(asksPower(text)).toBe(asks);
  });
});

describe("asksHeat()", () => {
  it.each([
    { text: "Does it throttle without a fan?", asks: true },
    { text: "Is passive cooling enough for Thor?", asks: true },
    { text: "How fast is Qwen3 4B on Thor?", asks: false },
  ])("is $asks for: $text", ({ text, asks }) => {
    expect(asksHeat(text)).toBe(asks);
  });
});

describe("powerClause()", () => {
  it("opens with draw, efficiency and energy where they are asked", () => {
    const clause = powerClause(question, [orin]);
    for (const id of ["draw", "efficiency", "answers-energy", "answers-cost"])
      expect(clause).toContain(orin.facts.find((fact) => fact.id === id)?.display ?? "?");
    expect(clause).not.toContain("?");
  });

  it("is empty where nothing is asked or known", () => {
    expect(powerClause("How fast is it?", [orin])).toBe("");
    expect(powerClause(question, [blocked])).toBe("");
    expect(powerClause(question, [])).toBe("");
  });
});

describe("powerBlock()", () => {
  it("shows the interval and where the watts come from", () => {
    const [line = ""] = powerBlock(question, { speeds: [orin] }).lines;
    expect(line).toContain(orin.power.text);
    expect(line).toContain("likely between");
    expect(line).not.toContain("?");
  });

  it("says why nothing is known", () => {
    expect(powerBlock(question, { speeds: [blocked] }).lines.join()).toContain(blocked.power.text);
  });

  it("is empty where nothing is asked", () => {
    expect(powerBlock("How fast is it?", { speeds: [orin] }).lines).toEqual([]);
  });
});

describe("heatBlock()", () => {
  it("quotes each remark once with its source, whichever tool brought it", async () => {
    const record = await find("agx-orin-64gb");
    const results = { speeds: [orin], costs: [], lookUps: [record] };
    const { lines } = heatBlock("Does it throttle?", results);
    expect(lines).toEqual(orin.thermal.map(({ text, source }) => `- ${text} (${source})`));
    expect(heatBlock("How fast is it?", results).lines).toEqual([]);
  });
});
