import { describe, expect, it } from "vitest";
import { readWorkloads } from "../../../server/doctor/read-workloads.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const models = (...texts: string[]) => readWorkloads(texts, knowledge).map(({ model }) => model);

describe("readWorkloads()", () => {
  it.each([
    { texts: ["Qwen2.5-VL-7B and YOLO11n"], count: 2 },
    { texts: ["Qwen2.5-VL-7B", "YOLO11n"], count: 2 },
    { texts: ["whisper small, YOLO11n + Qwen2.5-VL-7B"], count: 3 },
    { texts: ["two YOLO11n"], count: 2 },
    { texts: [], count: 0 },
  ])("reads $count from $texts", ({ texts, count }) => {
    expect(models(...texts)).toHaveLength(count);
  });

  it("keeps format and context, and sizes what is not on record", () => {
    expect(readWorkloads(["Llama 3.1 8B in Q8_0 with 16k context", "a 13B model"], knowledge)).toMatchObject([
      { model: "llama-3.1-8b", quantization: "q8-0", contextTokens: 16384 },
      { model: { parametersBillions: 13 } },
    ]);
  });

  it("does not leave out in silence what it does not know", () => {
    expect(() => models("Foobar and YOLO11n")).toThrow(expect.objectContaining({ code: "unknown-id" }));
  });

  it.each(["", " and ", ","])("refuses %j, which names nothing", (text) => {
    expect(() => models(text)).toThrow(expect.objectContaining({ code: "invalid-input" }));
  });
});
