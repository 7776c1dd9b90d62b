import { describe, expect, it } from "vitest";
import { instructions } from "../../../server/agent/instructions.ts";
import { numberCitations } from "../../../server/check/citations.ts";
import { tools } from "../../../tools/registry.ts";

describe("instructions", () => {
  it.each(tools.map(({ name }) => name))("say when to call %s", (name) => {
    expect(instructions).toContain(name);
  });

  it("show a citation in the form that is read", () => {
    const { text } = numberCitations(instructions, [], () => "");
    expect(text).not.toContain("#");
    expect(text).not.toBe(instructions);
  });

  it("leave room in the context of a small model", () => {
    expect(instructions.length).toBeLessThan(2000);
  });
});
