import { describe, expect, it } from "vitest";
import { recordLines } from "../../../server/built-in/compose-record.ts";
import { find } from "../../fixtures/server-knowledge.ts";

describe("recordLines()", () => {
  it("says a board's name, id and every fact of the tool", async () => {
    const found = await find("Orin NX 16GB");
    const text = recordLines(found).join("\n");
    expect(text).toContain("Jetson Orin NX 16GB");
    expect(text).toContain("orin-nx-16gb");
    expect(found.facts.length).toBeGreaterThan(3);
    for (const { label, display } of found.facts) expect(text).toContain(`${label}: ${display}`);
  });

  it.each([
    { name: "AWQ", id: "awq-int4" },
    { name: "vLLM", id: "vllm" },
    { name: "Llama 3.1 8B", id: "llama-3.1-8b" },
    { name: "YOLO11s", id: "yolo11s" },
  ])("says what $id is", async ({ name, id }) => {
    const found = await find(name);
    const [first] = recordLines(found);
    expect(first).toContain(found.kind);
    expect(first).toContain(id);
  });

  it("lists the candidates of an ambiguous name", async () => {
    expect(recordLines(await find("Orin NX")).join()).toMatch(/orin-nx-(8|16)gb.*orin-nx-(8|16)gb/);
  });

  it("says only the words that a record has", async () => {
    const found = await find("Orin NX 16GB");
    const bare = {
      ...found,
      facts: [],
      record: { name: "Orin NX", notes: "  Runs hot.  ", cpu: 8, mig: "" },
    };
    expect(recordLines(bare).slice(1)).toEqual(["- notes: Runs hot."]);
    expect(recordLines({ ...bare, record: null })).toHaveLength(1);
  });
});
