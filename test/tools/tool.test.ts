import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineTool } from "../../tools/tool.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const double = defineTool({
  name: "double",
  description: "Twice a number.",
  input: z.strictObject({ amount: z.number(), times: z.int().positive().default(2) }),
  example: { amount: 4 },
  offered: z.strictObject({ amount: z.number(), times: z.number().optional() }),
  run: ({ amount, times }) => ({ value: amount * times, facts: [], sources: [] }),
  digest: ({ value }) => `value ${value}`,
});

describe("defineTool()", () => {
  it("keeps name, description and input, and runs as it was stated", () => {
    expect(double).toMatchObject({ name: "double", description: "Twice a number." });
    expect(double.run({ amount: 4, times: 3 }, knowledge)).toMatchObject({ value: 12 });
  });

  it("calls with any input, fills in defaults and digests the result", async () => {
    expect(await double.call({ amount: 4 }, knowledge)).toEqual({
      output: { value: 8, facts: [], sources: [] },
      digest: "value 8",
    });
  });

  it("waits for a tool that runs later", async () => {
    const later = defineTool({
      name: "later",
      description: "The board's name, later.",
      input: z.strictObject({ device: z.string() }),
      example: { device: "T5000" },
      offered: z.strictObject({ device: z.string() }),
      run: async ({ device }, { devices }) => ({
        name: devices.get(device).entry.value.name,
        facts: [],
        sources: [],
      }),
      digest: ({ name }) => name,
    });
    expect((await later.call({ device: "T5000" }, knowledge)).digest).toBe("Jetson Thor T5000 128GB");
    await expect(later.call({ device: "T9000" }, knowledge)).rejects.toMatchObject({ code: "unknown-id" });
  });

  it.each([
    { why: "nothing", input: undefined, field: "expected object" },
    { why: "a missing field", input: {}, field: "amount" },
    { why: "a number as text", input: { amount: "4" }, field: "amount" },
    { why: "a value out of range", input: { amount: 4, times: 0 }, field: "times" },
    { why: "a field it does not know", input: { amount: 4, unit: "GB" }, field: "unit" },
  ])("throws invalid-input that names tool and field, for $why", async ({ input, field }) => {
    await expect(double.call(input, knowledge)).rejects.toMatchObject({
      name: "AppError",
      code: "invalid-input",
      message: expect.stringMatching(new RegExp(`^Cannot run double: .*${field}`, "s")),
    });
  });

  it.each([
    { why: "what the tool takes", input: { amount: 4, times: 3 }, taken: { amount: 4, times: 3 } },
    {
      why: "numbers as text and null for nothing",
      input: { amount: "4", times: null },
      taken: { amount: 4 },
    },
  ])("offers a model a small input that takes $why", ({ input, taken }) => {
    expect(double.offered.parse(input)).toEqual(taken);
  });

  it.each([
    { why: "beyond the limits of the input", input: { amount: 4, times: 0 }, path: ["times"] },
    { why: "that is no number", input: { amount: "four" }, path: ["amount"] },
  ])("offers an input that refuses what is $why", ({ input, path }) => {
    expect(double.offered.safeParse(input).error?.issues).toMatchObject([{ path }]);
  });

  it("keeps the limits out of the JSON Schema of what is offered", () => {
    expect(JSON.stringify(z.toJSONSchema(double.offered, { io: "input" }))).not.toMatch(/minimum|maximum/i);
  });
});
