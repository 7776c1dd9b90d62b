import { describe, expect, it } from "vitest";
import { readWishes } from "../../../server/built-in/wishes.ts";

const none = { comparesBoards: false, wantsContext: false, wantsSettings: false, wantsSystem: false };

describe("readWishes()", () => {
  it.each([
    { question: "Which board is cheapest for X?", rankBy: "cheapest" },
    { question: "Which board is the least expensive for X?", rankBy: "cheapest" },
    { question: "Which board runs X coolest?", rankBy: "coolest" },
    { question: "Which board draws the least power for X?", rankBy: "coolest" },
    { question: "What is the fastest board for X?", rankBy: "fastest" },
    { question: "Which board leaves the most free memory?", rankBy: "headroom" },
  ])("reads $rankBy from: $question", ({ question, rankBy }) => {
    expect(readWishes(question)).toEqual({ ...none, rankBy });
  });

  it.each([
    "Compare Orin NX and AGX Orin for X",
    "A comparison of Orin NX and Thor, please",
    "X on Orin NX vs. AGX Orin",
  ])("reads a comparison from: %s", (question) => {
    expect(readWishes(question)).toEqual({ ...none, comparesBoards: true });
  });

  it.each([
    "What is the longest context for X on Y?",
    "What's the highest context for X on Y?",
    "max context of X on Y",
    "How much context can X have on Y?",
  ])("reads the wish for context from: %s", (question) => {
    expect(readWishes(question)).toEqual({ ...none, wantsContext: true });
  });

  it.each([
    "What is the best quantization for X on Y?",
    "Which quant should I take for X on Y?",
    "Right context length for X on Y?",
    "Best settings for X on Y",
  ])("reads the wish for settings from: %s", (question) => {
    expect(readWishes(question)).toEqual({ ...none, wantsSettings: true });
  });

  it.each([
    "Plan a system for X and Y",
    "Please design a complete system for X",
    "Plan me a small box for X",
  ])("reads the wish for a system from: %s", (question) => {
    expect(readWishes(question)).toEqual({ ...none, wantsSystem: true });
  });

  it.each([
    { question: "Which board runs X at 20 tok/s?", least: 20 },
    { question: "Which board runs X at 12.5 tokens per second or more?", least: 12.5 },
    { question: "At least 30 t/s with X, which board?", least: 30 },
  ])("reads the speed that is wanted: $question", ({ question, least }) => {
    expect(readWishes(question).minimumTokensPerSecond).toBe(least);
  });

  it.each(["Which board runs X with 20 tokens?", "Which board runs X at 0 tok/s?", "X at 100 GB/s"])(
    "reads no speed from: %s",
    (question) => {
      expect(readWishes(question).minimumTokensPerSecond).toBeUndefined();
    },
  );

  it.each([
    "How fast is X on Y?",
    "Does X fit on Y with 32k context?",
    "What board do I need for X with a context of 8192?",
    "Can I plan on running X?",
    "How much power does Y draw?",
  ])("reads none from: %s", (question) => {
    expect(readWishes(question)).toEqual(none);
  });
});
