import { beforeAll, describe, expect, it } from "vitest";
import { groupResults, type Result } from "../../../web/tool-views/group-results.ts";
import { callTool } from "../../fixtures/server-knowledge.ts";

const llama = "llama-3.1-8b";
const calls = {
  fitOnNx: ["memory-fit", { device: "orin-nx-16gb", workloads: [{ model: llama }] }],
  speedOnNx: ["estimate-throughput", { device: "orin-nx-16gb", model: llama }],
  fitOnNano: ["memory-fit", { device: "orin-nano-8gb", workloads: [{ model: llama }] }],
  speedOnNano: ["estimate-throughput", { device: "orin-nano-8gb", powerMode: "7W", model: llama }],
  fitLong: ["memory-fit", { device: "orin-nx-16gb", workloads: [{ model: llama, contextTokens: 8192 }] }],
  speedOfFour: ["estimate-throughput", { device: "orin-nx-16gb", model: llama, concurrency: 4 }],
  choice: ["decision-tree", { largestModelBillions: 8, modelKind: "llm" }],
  runs: ["find-measurements", { model: llama }],
  lookUp: ["look-up", { name: "orin-nx-16gb" }],
  claim: ["check-claim", { device: "orin-nx-16gb", model: llama, metric: "decode", value: "50 tok/s" }],
  otherClaim: ["check-claim", { device: "orin-nano-8gb", model: llama, metric: "decode", value: "50 tok/s" }],
} as const;

type Name = keyof typeof calls;

const results = new Map<string, Result>();

function grouped(...names: Name[]) {
  return groupResults(names.flatMap((name) => results.get(name) ?? []));
}

/** The groups as their first call and how many results are in them. */
function shape(...names: Name[]) {
  return grouped(...names).map((group) => {
    if (group.kind === "memory") return [group.id, group.fits.length];
    if (group.kind === "speed") return [group.id, group.speeds.length];
    if (group.kind === "claim") return [group.id, group.claims.length];
    return [group.id, group.isAside ? "aside" : 1];
  });
}

describe("groupResults()", () => {
  beforeAll(async () => {
    for (const [id, [name, input]] of Object.entries(calls)) {
      const outcome = await callTool(name, input);
      if (!("output" in outcome)) throw new Error(`${id} failed.`);
      results.set(id, { id, name, output: outcome.output });
    }
  });

  it("puts all ledgers on one scale, and all speeds", () => {
    expect(shape("fitOnNx", "speedOnNx", "fitOnNano", "fitLong", "speedOnNano", "speedOfFour")).toEqual([
      ["fitOnNx", 3],
      ["speedOnNx", 3],
    ]);
  });

  it("puts claims of one figure together", () => {
    expect(shape("claim", "otherClaim")).toEqual([["claim", 2]]);
  });

  it("counts once what came twice", () => {
    expect(shape("fitOnNx", "fitOnNx", "lookUp", "lookUp")).toEqual([
      ["fitOnNx", 1],
      ["lookUp", "aside"],
    ]);
  });

  it("puts what was looked up last, and so a choice of a board beside a verdict", () => {
    expect(shape("lookUp", "fitOnNx", "choice")).toEqual([
      ["fitOnNx", 1],
      ["lookUp", "aside"],
      ["choice", "aside"],
    ]);
    expect(shape("choice", "fitOnNx")).toEqual([
      ["choice", 1],
      ["fitOnNx", 1],
    ]);
  });

  it("opens measured runs where nothing is judged, and folds them beside a verdict", () => {
    expect(shape("runs", "lookUp")).toEqual([
      ["runs", 1],
      ["lookUp", "aside"],
    ]);
    expect(shape("fitOnNx", "runs")).toEqual([
      ["fitOnNx", 1],
      ["runs", "aside"],
    ]);
  });

  it("only adds to what decides while more arrives", () => {
    const names: Name[] = ["choice", "fitOnNx", "lookUp", "speedOnNx", "fitOnNano", "claim", "speedOnNano"];
    const order = names.map((_, count) =>
      grouped(...names.slice(0, count + 1))
        .filter((group) => group.kind !== "single" || !group.isAside)
        .map(({ id }) => id),
    );
    for (const [index, ids] of order.entries())
      expect(ids.slice(0, order[index - 1]?.length ?? 0)).toEqual(order[index - 1] ?? []);
  });

  it("shows by itself a result of a shape that it does not know", () => {
    const odd = { id: "odd", name: "memory-fit", output: { verdict: "perhaps" } };
    expect(groupResults([odd])).toEqual([{ ...odd, kind: "single", isAside: false }]);
  });
});
