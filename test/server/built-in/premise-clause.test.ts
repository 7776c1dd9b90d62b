import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const modelsOf = (question: string) => readQuestion(question, knowledge).models.map(({ name }) => name);

describe("withoutPremise(), by what is read of a question", () => {
  it.each([
    [
      "Since gpt-oss-20b proves that 20B is interactive on AGX Orin, how fast is a dense 20B model there?",
      ["20B model"],
    ],
    ["As Llama 3.1 8B fits on an Orin NX 16GB, does Qwen3 14B fit there?", ["Qwen3 14B"]],
    ["Qwen3 8B makes 20 tok/s on Thor, so could Qwen3 32B do 10 tok/s on it?", ["Qwen3 8B", "Qwen3 32B"]],
    ["gpt-oss-20b makes 40 tok/s on Thor, so could Qwen3 32B do 40 tok/s there?", ["Qwen3 32B"]],
  ])("leaves what only the premise of %o names", (question, models) => {
    expect(modelsOf(question)).toEqual(models);
  });

  it.each([
    ["Since Qwen3 8B fits on Thor, how fast is it there?", ["Qwen3 8B"]],
    ["Since I run YOLO11s already, does Qwen3 8B fit too?", ["YOLO11s", "Qwen3 8B"]],
    ["Can I run YOLO11s, Qwen3 8B and Whisper small on Thor?", ["YOLO11s", "Qwen3 8B", "Whisper small"]],
  ])("keeps all of %o", (question, models) => {
    expect(modelsOf(question)).toEqual(expect.arrayContaining(models));
    expect(modelsOf(question)).toHaveLength(models.length);
  });
});
