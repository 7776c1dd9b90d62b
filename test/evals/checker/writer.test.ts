import { beforeAll, describe, expect, it } from "vitest";
import { isTrue, render } from "../../../evals/checker/pieces.ts";
import { createChance } from "../../../evals/checker/random.ts";
import { createScenario, type Scenario } from "../../../evals/checker/scenario.ts";
import {
  createWriter,
  first,
  NothingToSay,
  roomBetween,
  roomOf,
  say,
  second,
  verdictWord,
} from "../../../evals/checker/writer.ts";
import { names } from "../../fixtures/check-evidence.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

let scenario: Scenario;
beforeAll(async () => {
  scenario = await createScenario(["orin-nx-16gb", "orin-nx-8gb"], ["llama-3.1-8b"], knowledge, names);
});
const writer = () => createWriter(scenario, "en", {}, createChance(1));

describe("createWriter()", () => {
  it("writes numbers and verdicts that are true", () => {
    const w = writer();
    for (const about of [first(w), second(w)]) {
      expect(isTrue(w.number("needed", about), scenario.truth)).toBe(true);
      expect(isTrue(w.verdict("fit", about), scenario.truth)).toBe(true);
    }
    expect(isTrue(w.cite(), scenario.truth)).toBe(true);
  });

  it("has nothing to say of what is not there", () => {
    const w = writer();
    expect(() => w.model(1)).toThrow(NothingToSay);
    expect(() => w.number("no-such-amount", first(w))).toThrow(NothingToSay);
  });
});

describe("roomOf() and roomBetween()", () => {
  it("say what is free or short", () => {
    const w = writer();
    expect(render(roomOf(w, first(w), " free", " short"))).toMatch(/ free$/);
    expect(render(roomBetween(w, second(w), ["a ", " free"], ["lacks ", ""]))).toMatch(/^lacks /);
    expect(say("a", "b")).toEqual(["a", "b"]);
  });
});

describe("verdictWord()", () => {
  it("has words for verdicts in every language", () => {
    const chance = createChance(1);
    for (const language of ["en", "de", "fr", "es", "zh", "ja"] as const)
      for (const verdict of ["fits", "tight", "does-not-fit", "unsupported"])
        expect(verdictWord(language, "verdict", verdict, chance)).toBeTruthy();
    expect(verdictWord("de", "pace", "unheard-of", chance)).toBeUndefined();
  });
});
