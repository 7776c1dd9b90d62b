import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { declareChoice } from "../../../server/commands/wiring.ts";

const parse = (...words: string[]) =>
  declareChoice(new Command()).exitOverride().parse(words, { from: "user" }).opts();

describe("declareChoice()", () => {
  it("reads who shall answer and who plans", () => {
    const url = "http://127.0.0.1:11434/v1";
    expect(parse("--endpoint", url, "--model", "qwen3:4b", "--mode", "free")).toEqual({
      endpoint: url,
      model: "qwen3:4b",
      mode: "free",
    });
    expect(parse()).toEqual({});
  });

  it("refuses a mode that there is not", () => {
    expect(() => parse("--mode", "wild")).toThrow(
      expect.objectContaining({ code: "invalid-input", message: expect.stringMatching(/guided and free/) }),
    );
  });
});
