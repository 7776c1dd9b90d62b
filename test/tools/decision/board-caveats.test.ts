import { describe, expect, it } from "vitest";
import { boardCaveats } from "../../../tools/decision/board-caveats.ts";
import type { DecisionQuestion } from "../../../tools/decision/question.ts";
import { knowledge, sayOne } from "./decide.ts";

const sayings: { id: string; question: DecisionQuestion; says: RegExp }[] = [
  { id: "thor-obstacle", question: { modelKind: "vla", passiveCooling: true }, says: /active cooling.*70 W/ },
  {
    id: "jetson-below-15-watts",
    question: { powerBudgetWatts: 10 },
    says: /15 W.*5 W.*10 to 12 W.*mode of 7 W/,
  },
  { id: "host-power", question: { powerBudgetWatts: 5 }, says: /Count the host/ },
  { id: "mode-within-budget", question: { powerBudgetWatts: 49 }, says: /Within 49 W .* MODE_30W \(30 W\)/ },
  {
    id: "mode-within-budget",
    question: { largestModelBillions: 70, powerBudgetWatts: 50 },
    says: /takes 70 W, more than the budget.*begins at 40 W/,
  },
  {
    id: "gap-below-60-watts",
    question: { largestModelBillions: 30, powerBudgetWatts: 59 },
    says: /leave models of 13B to 30B below 60 W open/,
  },
  { id: "shipped-mode", question: {}, says: /MODE_30W \(30 W\), not in MAXN \(60 W\)/ },
  { id: "t4000", question: { largestModelBillions: 70, budgetUsd: 3000 }, says: /T4000/ },
  { id: "thor-supply", question: { modelKind: "vla" }, says: /19 V at 7 A/ },
  {
    id: "brown-out",
    question: { modelKind: "vla", battery: true, powerBudgetWatts: 130 },
    says: /add a supercapacitor/,
  },
  { id: "brown-out", question: { battery: true }, says: /check inrush and brown-out/ },
  { id: "passive-cooling", question: { passiveCooling: true }, says: /Without a fan/ },
  { id: "decode-streams", question: { streams: 4 }, says: /at most 22 streams of 1080p30/ },
  { id: "decode-streams", question: { streams: 500 }, says: /One board is not enough/ },
  { id: "smaller-board-decodes-it", question: { streams: 4 }, says: /11 \(Orin Nano\) and 18 \(Orin NX\)/ },
  { id: "no-encoder", question: { streams: 1 }, says: /no hardware video encoder/ },
  { id: "one-camera-two-answers", question: { streams: 1 }, says: /399 USD \(kit, 2026-07-21\)/ },
  { id: "parts-price", question: { application: "smart-camera" }, says: /150 USD are the parts/ },
  { id: "printed-price", question: {}, says: /printed 1,999 USD .*newest on record is 3,499 USD/ },
  { id: "bare-module", question: { largestModelBillions: 7 }, says: /bare module/ },
  { id: "spares", question: {}, says: /20 modules a year.*2,999 USD.*4,999 USD/ },
];

describe("boardCaveats", () => {
  it.each(sayings)("has $id for $question", ({ id, question, says }) => {
    expect(sayOne(boardCaveats, id, question)).toMatch(says);
  });

  it.each<{ id: string; question: DecisionQuestion }>([
    { id: "jetson-below-15-watts", question: { powerBudgetWatts: 15 } },
    { id: "gap-below-60-watts", question: { largestModelBillions: 30, powerBudgetWatts: 60 } },
    { id: "thor-obstacle", question: { modelKind: "vla", powerBudgetWatts: 40 } },
    { id: "shipped-mode", question: { streams: 1 } },
    { id: "printed-price", question: { largestModelBillions: 7 } },
    { id: "bare-module", question: {} },
    { id: "spares", question: { largestModelBillions: 7 } },
  ])("has no $id for $question", ({ id, question }) => {
    expect(sayOne(boardCaveats, id, question)).toBeUndefined();
  });

  it("tests every row, and every row's sources are on record", () => {
    expect(new Set(sayings.map(({ id }) => id))).toEqual(new Set(boardCaveats.map(({ id }) => id)));
    for (const { sources } of boardCaveats)
      for (const id of sources) expect(knowledge.source(id).title).toBeTruthy();
  });
});
