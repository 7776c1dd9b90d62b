import { describe, expect, it } from "vitest";
import { planCalls } from "../../../server/built-in/plan-calls.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const namesOf = (question: string) =>
  planCalls(question, readQuestion(question, knowledge), knowledge).map(({ name }) => name);

describe("planCalls()", () => {
  it.each([
    ["Is 52 tok/s right for Llama 3.1 8B on AGX Orin 64GB?", "check-claim"],
    ["Who measured Llama 3.1 8B on Thor?", "find-measurements"],
    ["What does a fleet of 200 Orin NX 16GB cost over 5 years?", "fleet-cost"],
    ["How many cameras can YOLO11n take on an Orin NX 16GB?", "stream-capacity"],
    ["Does Qwen3 8B fit on an Orin NX 16GB?", "memory-fit"],
    ["Which board for a humanoid robot?", "decision-tree"],
  ])("asks the planner that knows such a question: %s", (question, tool) => {
    expect(namesOf(question)[0]).toBe(tool);
  });

  it("ends every plan with a search of the documents", () => {
    expect(namesOf("Does Qwen3 8B fit on an Orin NX 16GB?").at(-1)).toBe("search-documents");
    expect(namesOf("What is the KV cache?")).toEqual(["search-documents"]);
  });
});
