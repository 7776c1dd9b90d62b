import { asSchema } from "ai";
import { describe, expect, it } from "vitest";
import {
  findOffered,
  offeredInput,
  offeredSchema,
  offeredText,
  offeredTools,
} from "../../../server/agent/offer.ts";
import { getTool, tools } from "../../../tools/registry.ts";

const core = [
  "memory-fit",
  "estimate-throughput",
  "search-documents",
  "look-up",
  "decision-tree",
  "compare-devices",
];
const namesFor = (...planned: string[]) => offeredTools(planned, tools).map(({ name }) => name);

describe("offeredTools()", () => {
  it.each([
    { why: "nothing was planned", planned: [] },
    { why: "the plan needs no other", planned: ["search-documents", "memory-fit", "memory-fit"] },
    { why: "the plan names what there is not", planned: ["calculator"] },
  ])("offers the same six in the same order when $why", ({ planned }) => {
    expect(namesFor(...planned)).toEqual(core);
  });

  it.each(["fleet-cost", "check-claim", "find-measurements", "plan-system", "troubleshoot"])(
    "makes room for %s at the end",
    (name) => {
      expect(namesFor(name, "search-documents")).toEqual([...core.slice(0, 5), name]);
    },
  );

  it("keeps what the plan needs, and never offers more than six", () => {
    expect(namesFor("compare-devices", "fleet-cost")).toEqual([
      ...core.slice(0, 4),
      "compare-devices",
      "fleet-cost",
    ]);
    expect(namesFor(...tools.map(({ name }) => name))).toHaveLength(6);
  });
});

describe("offeredSchema()", () => {
  it("is what the SDK sends, without the name of its dialect", async () => {
    for (const tool of tools) {
      const sent = await asSchema(offeredInput(tool)).jsonSchema;
      expect(sent).toEqual(offeredSchema(tool));
      expect(JSON.stringify(sent)).not.toContain("$schema");
    }
  });
});

describe("offeredInput()", () => {
  const { validate } = offeredInput(getTool("look-up"));

  it("mends a slip and refuses what is wrong", async () => {
    expect(await validate?.({ id: "agx-orin-64gb", kind: null })).toEqual({
      success: true,
      value: { name: "agx-orin-64gb" },
    });
    expect(await validate?.({})).toMatchObject({ success: false, error: { issues: [{ path: ["name"] }] } });
  });
});

describe("offeredText()", () => {
  it("is the same bytes each time, a line for each tool", () => {
    const text = offeredText(offeredTools([], tools));
    expect(offeredText(offeredTools(["memory-fit"], tools))).toBe(text);
    expect(text.split("\n").map((line) => JSON.parse(line).function.name)).toEqual(core);
  });
});

describe("findOffered()", () => {
  it.each(["memory-fit", "memory_fit", "MemoryFit", "functions.memory_fit"])("understands %s", (name) => {
    expect(findOffered(name, tools)?.name).toBe("memory-fit");
  });

  it("does not guess", () => {
    expect(findOffered("fit", tools)).toBeUndefined();
  });
});
