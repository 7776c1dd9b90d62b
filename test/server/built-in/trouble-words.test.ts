import { describe, expect, it } from "vitest";
import { Circumstance, Symptom } from "../../../knowledge/trouble-schema.ts";
import {
  circumstanceWords,
  killedWords,
  slowWords,
  streamWords,
  symptomWords,
  videoWords,
} from "../../../server/built-in/trouble-words.ts";

describe("the words of trouble", () => {
  it("are known for every symptom but those that are told apart by other words", () => {
    const told = new Set<string>(symptomWords.map(({ symptom }) => symptom));
    expect(Symptom.options.filter((symptom) => !told.has(symptom))).toEqual([
      "killed-loading",
      "slower-than-published",
      "slow-video",
    ]);
  });

  it("are known for every circumstance, each once", () => {
    expect(circumstanceWords.map(([name]) => name).sort()).toEqual([...Circumstance.options].sort());
  });

  it.each(["killed", "OOM", "runs out of memory", "crashes while loading"])("know %s for an end", (text) => {
    expect(killedWords.test(text)).toBe(true);
  });

  it.each(["skilled", "room", "memory", "crashes"])("do not take %s for one", (text) => {
    expect(killedWords.test(text)).toBe(false);
  });

  it("tell frames from tokens, and one camera from several", () => {
    expect(videoWords.test("14 FPS")).toBe(true);
    expect(videoWords.test("14 tok/s")).toBe(false);
    expect(streamWords.test("four USB cameras")).toBe(true);
    expect(streamWords.test("one camera")).toBe(false);
  });

  it("take no long time over a long text", () => {
    const text = "only 5 of the 7 get killed but not after 3 ".repeat(46);
    for (const words of [...slowWords, ...symptomWords.map(({ words }) => words)])
      expect(typeof words.test(text)).toBe("boolean");
  });
});
