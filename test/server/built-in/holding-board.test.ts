import { describe, expect, it } from "vitest";
import { holdingBoard } from "../../../server/built-in/holding-board.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { memoryFit } from "../../../tools/memory-fit.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const boards = ["orin-nano-8gb", "orin-nx-16gb", "agx-orin-64gb"];
const holding = (question: string) => holdingBoard(boards, readQuestion(question, knowledge), knowledge);

describe("holdingBoard()", () => {
  it("is the first that the tool finds to hold everything", async () => {
    const found = holding("Whisper large-v3, Llama 3.1 8B and 2 cameras");
    const workloads = [
      { model: "whisper-large-v3" },
      { model: "llama-3.1-8b" },
      { model: "camera-stream", streams: 2 },
    ];
    const verdicts = await Promise.all(
      boards.map(async (device) => (await memoryFit.run({ device, workloads }, knowledge)).verdict),
    );
    expect(found).toBe(boards[verdicts.indexOf("fits")]);
    expect(verdicts.indexOf("fits")).toBeGreaterThan(0);
  });

  it("is none where no board holds it, or nothing can be placed", () => {
    expect(holding("a 405B model")).toBeUndefined();
    expect(holding("Qwen3 8B in INT3")).toBeDefined();
  });
});
