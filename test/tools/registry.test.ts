import { describe, expect, it } from "vitest";
import { z } from "zod";
import { getTool, listTools, tools } from "../../tools/registry.ts";

const names = [
  "memory-fit",
  "estimate-throughput",
  "search-documents",
  "look-up",
  "decision-tree",
  "compare-devices",
  "plan-system",
  "fleet-cost",
  "find-measurements",
  "check-claim",
  "troubleshoot",
  "stream-capacity",
];

describe("tools", () => {
  it("stand in the order in which doors list them", () => {
    expect(tools.map(({ name }) => name)).toEqual(names);
  });

  it.each(tools)(
    "$name describes itself in a sentence and its input as an object of known fields",
    (tool) => {
      expect(tool.description).toMatch(/^[A-Z].{30,}\.$/);
      expect(z.toJSONSchema(tool.input, { io: "input" })).toMatchObject({
        type: "object",
        additionalProperties: false,
      });
    },
  );
});

describe("listTools()", () => {
  it("gives every tool with what it takes", () => {
    expect(listTools()).toEqual(
      tools.map(({ name, description }) => ({
        name,
        description,
        inputSchema: expect.objectContaining({ type: "object", properties: expect.anything() }),
      })),
    );
  });
});

describe("getTool()", () => {
  it.each(names)("gives the tool %s", (name) => {
    expect(getTool(name).name).toBe(name);
  });

  it.each(["memory_fit", "Memory-Fit", "", "constructor"])("answers %j with the known names", (name) => {
    expect(() => getTool(name)).toThrow(
      expect.objectContaining({
        code: "unknown-tool",
        candidates: names,
        message: `Cannot find the tool "${name}": there are ${names.join(", ")}.`,
      }),
    );
  });
});
