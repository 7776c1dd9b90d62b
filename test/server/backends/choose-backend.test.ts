import { describe, expect, it } from "vitest";
import { chooseBackend } from "../../../server/backends/choose-backend.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("chooseBackend()", () => {
  it.each([
    [{}, "built-in"],
    [{ model: "built-in" }, "built-in"],
    [{ endpoint: "http://127.0.0.1:11434/v1", model: "qwen3:4b" }, "qwen3:4b"],
  ])("takes for %j the model %s", async (choice, name) => {
    expect((await chooseBackend(choice, knowledge)).name).toBe(name);
  });

  it.each([
    [{ model: "qwen3:4b" }, /--endpoint/],
    [{ endpoint: "http://127.0.0.1:11434/v1" }, /--model/],
    [{ endpoint: "localhost:11434", model: "m" }, /wanted a URL/],
    [{ endpoint: "nonsense", model: "m" }, /wanted a URL/],
  ])("refuses %j and says what is missing", async (choice, words) => {
    await expect(chooseBackend(choice, knowledge)).rejects.toThrow(words);
  });
});
