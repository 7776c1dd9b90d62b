import { describe, expect, it } from "vitest";
import { readRelease } from "../../../server/built-in/read-release.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("readRelease()", () => {
  it.each([
    { question: "Does it fit with L4T 36.4.7?", release: "36.4.7" },
    { question: "on l4t r36.4.7 please", release: "36.4.7" },
    { question: "an Orin on R36.5.0", release: "R36.5.0" },
    { question: "JetPack 6.2.1 on an Orin NX", release: "JetPack 6.2.1" },
    { question: "with JP6.2?", release: "JetPack 6.2" },
    { question: "with JetPack 9.9?", release: undefined },
    { question: "with JetPack?", release: undefined },
    { question: "Qwen3 4B on 36.4.7 watts", release: undefined },
  ])("reads $release from: $question", ({ question, release }) => {
    expect(readRelease(question, knowledge)).toBe(release);
  });
});
