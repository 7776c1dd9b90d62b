import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Load, Plan, Settings } from "../../../web/planner/plan.ts";
import { formatPlan, parsePlan } from "../../../web/planner/plan-address.ts";
import {
  amountSettings,
  countSettings,
  readSettings,
  switchSettings,
  wordSettings,
} from "../../../web/planner/settings.ts";

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,20}$/);
const text = fc.string({ minLength: 1, maxLength: 20 });

/** Every setting that a workload can have, each there or not. */
const settings: fc.Arbitrary<Settings> = fc
  .record(
    {
      ...Object.fromEntries(wordSettings.map(([name]) => [name, slug])),
      ...Object.fromEntries(
        countSettings.map(([name, , least, most]) => [name, fc.integer({ min: least, max: most })]),
      ),
      ...Object.fromEntries(
        amountSettings.map(([name, , least, most]) => [
          name,
          fc.integer({ min: Math.ceil(least * 100), max: most * 100 }).map((hundredths) => hundredths / 100),
        ]),
      ),
      ...Object.fromEntries(switchSettings.map(([name]) => [name, fc.boolean()])),
      build: fc.constantFrom("to-mid-2026", "newer"),
    },
    { requiredKeys: [] },
  )
  .map(readSettings);

const plans: fc.Arbitrary<Plan> = fc.record(
  {
    board: text,
    powerMode: text,
    os: fc.constantFrom("headless", "desktop"),
    release: text,
    loads: fc
      .array(fc.record({ model: slug, settings }), { maxLength: 5 })
      .map((loads): Load[] => loads.map((load, index) => ({ key: index + 1, ...load }))),
  },
  { requiredKeys: ["board", "os", "loads"] },
);

describe("the address of a plan", () => {
  it("holds the whole plan", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(parsePlan(formatPlan(plan))).toEqual({ plan, notes: [] });
      }),
    );
  });

  it("can be read by people", () => {
    const plan: Plan = {
      board: "orin-nx-16gb",
      powerMode: "25W",
      os: "headless",
      release: "JetPack 6.2",
      loads: [
        {
          key: 1,
          model: "qwen2.5-vl-7b",
          settings: { quantization: "q4-k-m", contextTokens: 8192, concurrency: 2, promptCache: false },
        },
        { key: 2, model: "yolo11s", settings: { streams: 4 } },
      ],
    };
    expect(formatPlan(plan)).toBe(
      "board=orin-nx-16gb&mode=25W&os=headless&release=JetPack+6.2" +
        "&load=qwen2.5-vl-7b~q4-k-m~ctx:8192~n:2~cache:off&load=yolo11s~streams:4",
    );
  });

  it("is read without a fault, whatever it is", () => {
    const queries = fc.oneof(
      fc.string(),
      fc.array(text, { maxLength: 8 }).map((words) => `board=x&load=${words.join("~")}&mode=%ff`),
    );
    fc.assert(
      fc.property(queries, (query) => {
        const { plan, notes } = parsePlan(query);
        expect(plan.loads.every(({ model }) => typeof model === "string")).toBe(true);
        expect(notes.every((note) => note.endsWith("."))).toBe(true);
      }),
    );
  });

  it.each([
    ["load=qwen3-8b~ctx:many", "“ctx:many” of qwen3-8b"],
    ["load=qwen3-8b~ctx:0", "“ctx:0” of qwen3-8b"],
    ["load=qwen3-8b~ctx:4096.5", "“ctx:4096.5” of qwen3-8b"],
    ["load=qwen3-8b~n:999999", "“n:999999” of qwen3-8b"],
    ["load=qwen3-8b~cache:maybe~wings:2", "“cache:maybe”, “wings:2” of qwen3-8b"],
    ["os=windows", "“windows” is neither headless nor desktop"],
    ["borad=orin-nx-16gb", "“borad” says nothing of a plan"],
  ])("tells what in %s could not be read", (query, words) => {
    const { plan, notes } = parsePlan(query);
    expect(notes).toEqual([expect.stringContaining(words)]);
    expect(plan.loads.map((load) => load.settings)).toEqual(plan.loads.map(() => ({})));
  });

  it("takes no more workloads than a tool does", () => {
    const { plan, notes } = parsePlan("load=yolo11s&".repeat(33));
    expect(plan.loads).toHaveLength(32);
    expect(notes).toEqual(["Only the first 32 workloads were taken."]);
  });
});
