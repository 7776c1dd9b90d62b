import { asSchema } from "ai";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { offeredInput, offeredText, offeredTools } from "../../server/agent/offer.ts";
import { tools } from "../../tools/registry.ts";
import { realTokens } from "../fixtures/tokens.ts";

/** A schema with all that is nested in it. */
function nodesOf(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  return [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(nodesOf)];
}

const has = (node: object, ...keys: string[]) => keys.some((key) => Object.hasOwn(node, key));
const isObject = (node: object) => "type" in node && node.type === "object";

/** An integer's own bounds are the machine's: a grammar of sixteen digits for nothing. */
const isHuge = (bound: unknown) => typeof bound === "number" && Math.abs(bound) >= 1000;

function depthOf(node: unknown): number {
  if (typeof node !== "object" || node === null) return 0;
  const inner = Math.max(0, ...Object.values(node).map(depthOf));
  return "type" in node && (node.type === "object" || node.type === "array") ? inner + 1 : inner;
}

/** The traps of grammars and small models: what must not stand in any schema, and a schema in which it does. */
const rules: { rule: string; isBroken: (node: object) => boolean; trap: unknown }[] = [
  {
    rule: "no $ref, no definitions",
    isBroken: (node) => has(node, "$ref", "$defs", "definitions"),
    trap: { $ref: "#/$defs/a" },
  },
  {
    rule: "no dialect",
    isBroken: (node) => has(node, "$schema"),
    trap: { $schema: "http://json-schema.org/draft-07/schema#" },
  },
  {
    rule: "no unions",
    isBroken: (node) => has(node, "anyOf", "oneOf", "allOf", "not"),
    trap: { anyOf: [{ type: "string" }, { type: "number" }] },
  },
  {
    rule: "no list of types",
    isBroken: (node) => "type" in node && Array.isArray(node.type),
    trap: { type: ["string", "null"] },
  },
  { rule: "no format", isBroken: (node) => has(node, "format"), trap: { type: "string", format: "uri" } },
  {
    rule: "no pattern, so no look-around",
    isBroken: (node) => has(node, "pattern"),
    trap: { type: "string", pattern: "^(?=a)" },
  },
  { rule: "no default", isBroken: (node) => has(node, "default"), trap: { type: "number", default: 1 } },
  {
    rule: "no lengths of text or lists",
    isBroken: (node) => has(node, "maxLength", "minLength", "maxItems", "minItems"),
    trap: { type: "string", maxLength: 2000 },
  },
  {
    rule: "no bounds of the machine",
    isBroken: (node) => Object.entries(node).some(([key, bound]) => /imum$/i.test(key) && isHuge(bound)),
    trap: z.toJSONSchema(z.int()),
  },
  {
    rule: "no object without fields",
    isBroken: (node) =>
      isObject(node) &&
      Object.keys("properties" in node && node.properties ? node.properties : {}).length === 0,
    trap: { type: "object", properties: {}, additionalProperties: false },
  },
  {
    rule: "no other fields in an object",
    isBroken: (node) =>
      isObject(node) && !("additionalProperties" in node && node.additionalProperties === false),
    trap: { type: "object", properties: { a: { type: "string" } } },
  },
  {
    rule: "at most twelve fields",
    isBroken: (node) =>
      isObject(node) &&
      Object.keys("properties" in node && node.properties ? node.properties : {}).length > 12,
    trap: {
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`f${index}`, {}])),
    },
  },
  {
    rule: "no nesting beyond a list of flat objects",
    isBroken: (node) => depthOf(node) > 3,
    trap: {
      type: "object",
      properties: { a: { type: "array", items: { type: "object", properties: { b: { type: "array" } } } } },
    },
  },
  {
    rule: "descriptions of a few words",
    isBroken: (node) => "description" in node && String(node.description).split(" ").length > 8,
    trap: { description: "one two three four five six seven eight nine" },
  },
];

async function schemaOf(name: string): Promise<object> {
  const tool = tools.find((entry) => entry.name === name);
  return tool ? await asSchema(offeredInput(tool)).jsonSchema : {};
}

describe("what is offered", () => {
  it.each(tools.flatMap(({ name }) => rules.map(({ rule, isBroken }) => ({ name, rule, isBroken }))))(
    "by $name has $rule",
    async ({ name, isBroken }) => {
      expect(nodesOf(await schemaOf(name)).filter(isBroken)).toEqual([]);
    },
  );

  it.each(rules)("is checked for $rule: a schema that breaks it is found", ({ isBroken, trap }) => {
    expect(nodesOf(trap).filter(isBroken)).not.toEqual([]);
  });

  it.each([
    "fleet-cost",
    "check-claim",
    "find-measurements",
    "plan-system",
    "compare-devices",
    "troubleshoot",
  ])("takes with %s at most 6 kB and 1,300 tokens", (special) => {
    const text = offeredText(offeredTools([special], tools));
    expect(text.length).toBeLessThanOrEqual(6000);
    expect(realTokens(text)).toBeLessThanOrEqual(1300);
  });

  it("is at most 6 kB for the six largest of all tools", () => {
    const sizes = tools.map((tool) => offeredText([tool]).length).sort((a, b) => b - a);
    expect(sizes.slice(0, 6).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(6000);
  });

  it("would fail with the whole inputs: those are for scripts", () => {
    const whole = JSON.stringify(tools.map(({ input }) => z.toJSONSchema(input, { io: "input" })));
    expect(whole.length).toBeGreaterThan(20_000);
  });
});

/** Values that a model might write into a field of a schema, right ones and others. */
function valuesFor(schema: unknown): fc.Arbitrary<unknown> {
  const slips = fc.constantFrom<unknown>(null, "", "4096", "16k", 0, -1, 1.5, 1e12, true, "x", [], {});
  const read = z
    .looseObject({
      type: z.string().optional(),
      enum: z.array(z.string()).optional(),
      items: z.unknown().optional(),
    })
    .parse(schema);
  const right = {
    string: fc.constantFrom("orin-nx-16gb", "qwen3-8b", "q4-k-m", "8B", "52 tok/s", "x".repeat(300)),
    number: fc.constantFrom(0.5, 1, 0.1, 1500, -1),
    integer: fc.constantFrom(1, 2, 8, 4096, 40_000, 0, 1e9),
    boolean: fc.boolean(),
    array: fc.array(
      read.type === "array" ? fc.oneof(inputsFor(read.items), fc.constant("qwen3-8b")) : slips,
      { maxLength: 3 },
    ),
  } as const;
  const type = z.enum(["string", "number", "integer", "boolean", "array"]).safeParse(read.type);
  const fitting = read.enum ? fc.constantFrom(...read.enum) : type.success ? right[type.data] : slips;
  return fc.oneof({ weight: 15, arbitrary: fitting }, { weight: 1, arbitrary: slips });
}

function inputsFor(schema: unknown): fc.Arbitrary<unknown> {
  const read = z
    .looseObject({
      properties: z.record(z.string(), z.unknown()).optional(),
      required: z.array(z.string()).optional(),
    })
    .parse(schema);
  if (!read.properties) return valuesFor(schema);
  const fields = Object.fromEntries(
    Object.entries(read.properties).map(([name, field]) => [name, valuesFor(field)]),
  );
  return fc.record(fields, { requiredKeys: read.required ?? [] });
}

describe("an input that is offered", () => {
  it.each(tools)(
    "of $name is an input of the tool whenever it is let through",
    async ({ name, input, offered }) => {
      let taken = 0;
      fc.assert(
        fc.property(inputsFor(await schemaOf(name)), (value) => {
          const mended = offered.safeParse(value);
          if (!mended.success) return;
          taken += 1;
          expect(input.safeParse(mended.data)).toEqual({ success: true, data: mended.data });
          expect(offered.parse(mended.data)).toEqual(mended.data);
        }),
        { numRuns: 1500 },
      );
      expect(taken).toBeGreaterThan(20);
    },
  );
});
