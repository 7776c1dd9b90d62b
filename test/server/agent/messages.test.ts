import { describe, expect, it } from "vitest";
import { callMessages, historyMessages, resultText, toldCall } from "../../../server/agent/messages.ts";

const call = { id: "call-1", name: "memory-fit", input: { device: "thor" }, told: "fits" };

describe("historyMessages()", () => {
  it("keeps who said what", () => {
    expect(
      historyMessages([
        { role: "user", text: "Hi" },
        { role: "assistant", text: "Hello" },
      ]),
    ).toEqual([
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello" },
    ]);
  });
});

describe("callMessages()", () => {
  it("pairs every call with its result", () => {
    expect(callMessages([call], "I look.")).toEqual([
      {
        role: "assistant",
        content: [
          { type: "text", text: "I look." },
          { type: "tool-call", toolCallId: "call-1", toolName: "memory-fit", input: { device: "thor" } },
        ],
      },
      {
        role: "tool",
        content: [
          {
            type: "tool-result",
            toolCallId: "call-1",
            toolName: "memory-fit",
            output: { type: "text", value: "fits" },
          },
        ],
      },
    ]);
  });

  it("are none where nothing was called", () => {
    expect(callMessages([])).toEqual([]);
  });
});

describe("resultText()", () => {
  it("gives results to a model that takes no tools", () => {
    expect(resultText([call])).toBe("Results of the tools:\n\n[memory-fit]\nfits");
  });
});

describe("toldCall()", () => {
  it("sends arguments that could not be parsed back as an empty call", () => {
    const written = { id: "1", name: "memory-fit", input: '{"device":', error: new Error("JSON") };
    expect(toldCall(written, "not valid")).toEqual({
      id: "1",
      name: "memory-fit",
      input: {},
      told: "not valid",
    });
  });
});
