import { describe, expect, it } from "vitest";
import { createCatalog } from "../../../knowledge/catalog.ts";
import { Device } from "../../../knowledge/schema.ts";
import { chooseDevice } from "../../../tools/decision/choice.ts";
import type { DecisionQuestion } from "../../../tools/decision/question.ts";
import type { DecisionRule } from "../../../tools/decision/rule.ts";

const price = (dollars: number, kind: string, date: string) => ({
  value: `${dollars} USD`,
  kind,
  date,
  source: "list",
});
const boards = {
  large: {
    memory: "128 GB",
    class: "thor",
    decodeStreams1080p30: 80,
    prices: [price(5000, "kit", "2026-07")],
  },
  middle: {
    memory: "64 GB",
    class: "agx",
    decodeStreams1080p30: 20,
    prices: [price(3000, "kit", "2026-07")],
  },
  small: { memory: "8 GB", class: "nano", decodeStreams1080p30: 10, prices: [price(400, "kit", "2026-07")] },
  unpriced: { class: "other" },
};
const devices = createCatalog(
  "device",
  Object.entries(boards).map(([id, board]) => ({
    id,
    value: Device.parse({ name: id, ...board }),
    provenance: {},
  })),
);
const rule: DecisionRule = {
  id: "rule",
  question: "?",
  asks: [],
  when: () => true,
  advise: "large",
  alternatives: ["middle", "small", "unpriced"],
  because: "",
  sources: [],
};

describe("chooseDevice()", () => {
  it.each<{ question: DecisionQuestion; bytesNeeded?: number; chosen: string; passedOver: string[] }>([
    { question: {}, chosen: "large", passedOver: [] },
    { question: { budgetUsd: 5000 }, chosen: "large", passedOver: [] },
    { question: { budgetUsd: 4999 }, chosen: "middle", passedOver: ["large: budget"] },
    {
      question: { budgetUsd: 400 },
      chosen: "small",
      passedOver: ["large: budget", "middle: budget"],
    },
    { question: { budgetUsd: 399 }, chosen: "large", passedOver: [] },
    {
      question: { budgetUsd: 1000 },
      bytesNeeded: 8e9 + 1,
      chosen: "large",
      passedOver: [],
    },
    { question: { streams: 20, passiveCooling: true }, chosen: "middle", passedOver: ["large: power"] },
    {
      question: { streams: 21, passiveCooling: true },
      chosen: "unpriced",
      passedOver: ["large: power", "middle: streams", "small: streams"],
    },
    {
      question: {},
      bytesNeeded: 128e9 + 1,
      chosen: "unpriced",
      passedOver: ["large: memory", "middle: memory", "small: memory"],
    },
  ])("takes $chosen for $question", ({ question, bytesNeeded = 0, chosen, passedOver }) => {
    const choice = chooseDevice(rule, question, bytesNeeded, devices);
    expect(choice.chosen.entry.id).toBe(chosen);
    expect(choice.passedOver.map(({ entry, objections }) => `${entry.id}: ${objections.join()}`)).toEqual(
      passedOver,
    );
  });

  it("keeps the advice where everything is ruled out", () => {
    const only = { ...rule, alternatives: ["small"] };
    const { chosen, others } = chooseDevice(only, { streams: 100 }, 0, devices);
    expect(chosen.entry.id).toBe("large");
    expect(others).toEqual([]);
  });

  it("still offers boards that are only too dear", () => {
    const { others } = chooseDevice(rule, { budgetUsd: 3000, streams: 15 }, 0, devices);
    expect(others.map(({ entry }) => entry.id)).toEqual(["large", "unpriced"]);
  });
});
