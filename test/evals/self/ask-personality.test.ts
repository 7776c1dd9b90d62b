import { expect, it } from "vitest";
import { askPersonality } from "../../../evals/self/ask-personality.ts";
import { createPersonalities } from "../../../evals/self/personalities.ts";
import { fitCase, subjectFor } from "../../fixtures/eval-subject.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const { liar = () => ({ text: "" }), good = liar } = createPersonalities(knowledge);
const subjects = [await subjectFor(fitCase.ask, fitCase.expects)];
const failed = async (brain: typeof liar, isChecked: boolean) => {
  const [asked] = await askPersonality(brain, subjects, { mode: "guided", isChecked }, knowledge);
  const scorers = asked?.scores.flatMap(({ scorer, passed }) => (passed ? [] : [scorer]));
  return { scorers, shows: (asked?.shown.length ?? 0) > 0, degraded: asked?.degraded };
};

it("askPersonality() finds good right, and liar only behind the check", async () => {
  expect(await failed(good, true)).toEqual({ scorers: [], shows: false, degraded: false });
  expect(await failed(liar, true)).toEqual({ scorers: [], shows: false, degraded: false });
  const bare = await failed(liar, false);
  expect(bare.scorers).toEqual(expect.arrayContaining(["verdict", "numbers", "facts"]));
  expect(bare.shows).toBe(true);
});
