import { describe, expect, it } from "vitest";
import { examples, fromDocuments, quoteBlock } from "../../../server/built-in/compose-documents.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { callTool } from "../../fixtures/server-knowledge.ts";

const searched = async (query: string) => [await callTool("search-documents", { query, limit: 10 })];

describe("fromDocuments()", () => {
  it.each([
    ["What is NVFP4?", /NVFP4/],
    ["How long is the cold start on Thor?", /7\.6 tok\/s/],
  ])("answers %s with quotes and their passages", async (question, words) => {
    const text = fromDocuments(question, sortResults(await searched(question)));
    expect(text).toMatch(words);
    expect(text).toMatch(/\[[a-z0-9-]+#[\w.-]+\]/);
  });

  it.each(["What is the weather like tomorrow?", "asdf qwerty zxcv", "Who won the world cup in 1998?", ""])(
    "says of %j what the advisor is for",
    async (question) => {
      const text = fromDocuments(question, sortResults(await searched(question || "x")));
      expect(text).toMatch(/sizes NVIDIA Jetson boards/);
      expect(text).toContain(examples[0]);
    },
  );

  it("hands on what a tool could not do", () => {
    expect(
      fromDocuments("?", sortResults([{ name: "look-up", input: {}, error: "Cannot find it." }])),
    ).toMatch(/^Cannot find it\./);
  });
});

describe("a quoted figure that cannot be true", () => {
  it("is marked as such", async () => {
    const question = "How fast is Llama 3.2 1B FP16 on an Orin Nano Super 8GB at 12 W?";
    const text = fromDocuments(question, sortResults(await searched(question)));
    expect(text).toMatch(
      /about 55 tok\/s at 12 W.* \[edge-llm-benchmark-2026#[\w-]+\] \(Checked: 55 tok\/s is impossible\.\)/,
    );
  });

  it("leaves figures alone that hold", async () => {
    const question = "How long is the cold start on Thor?";
    const text = fromDocuments(question, sortResults(await searched(question)));
    expect(text).not.toContain("Checked");
  });
});

describe("quoteBlock()", () => {
  it("puts the opinion first and the rule of thumb last", async () => {
    const fit = await callTool("memory-fit", {
      device: "agx-orin-64gb",
      workloads: [{ model: "llama-3.3-70b" }],
    });
    const { lines } = quoteBlock(
      "?",
      sortResults([fit, ...(await searched("Llama 3.3 70B AGX Orin 64GB"))]),
      ["- opinion"],
    );
    expect(lines[0]).toBe("- opinion");
    expect(lines.at(-1)).toMatch(/rule of thumb of vlm-sizing-2026.*35\.3 GB/);
    expect(lines.some((line) => line.includes("70B"))).toBe(true);
  });
});
