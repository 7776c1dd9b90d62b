import { describe, expect, it } from "vitest";
import type { Reference } from "../../../tools/placement/subject.ts";
import { evaluateConfiguration } from "../../../tools/sweep/configuration.ts";
import { judge, type Terms } from "../../../tools/sweep/entry.ts";
import { toRow } from "../../../tools/sweep/row.ts";
import { sweepFacts } from "../../../tools/sweep/sweep-facts.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

const terms: Terms = { setting: { os: "headless", promptTokens: 512, leading: 0 }, wanted: {} };

function shown(device: Reference) {
  const workloads = [place({ model: "qwen3-4b" })];
  const configuration = evaluateConfiguration(board(device), workloads, terms.setting, knowledge);
  const entry = judge(configuration, terms, 0, knowledge);
  return { row: toRow(configuration, entry, terms, knowledge), entry };
}

describe("sweepFacts()", () => {
  it("numbers the facts of each row, each about its board", () => {
    const { facts, sources } = sweepFacts([shown("orin-nx-16gb"), shown("agx-orin-64gb")], [], knowledge);
    const first = facts.filter(({ id }) => id.endsWith("-1"));
    const kinds = ["available", "needed", "headroom", "decode", "decode-low", "decode-high", "aggregate"];
    expect(first.map(({ id }) => id)).toEqual([...kinds, "price", "watts"].map((kind) => `${kind}-1`));
    expect(new Set(first.map(({ entity }) => entity))).toEqual(
      new Set(["Qwen3 4B on Jetson Orin NX 16GB in MAXN"]),
    );
    expect(facts.find(({ id }) => id === "price-2")).toMatchObject({
      value: 3499,
      unit: "USD",
      display: "3,499 USD (kit, 2026-07-21)",
      entity: "Qwen3 4B on Jetson AGX Orin 64GB in MAXN",
      basis: { kind: "cited" },
    });
    for (const { id } of sources) expect(knowledge.source(id).title).not.toBe("");
  });

  it("takes memory and power of a board given inline for the user's own", () => {
    const mode = { name: "FULL", watts: "50 W" };
    const { facts } = sweepFacts(
      [shown({ name: "Mine", memory: "32 GiB", powerModes: [mode] })],
      [],
      knowledge,
    );
    const given = facts.filter(({ basis }) => basis.kind === "given").map(({ id }) => id);
    expect(given).toEqual(["available-1", "watts-1"]);
    expect(facts.some(({ id }) => id === "price-1")).toBe(false);
  });

  it("cites what was assumed", () => {
    const { sources } = sweepFacts([], ["own-estimate"], knowledge);
    expect(sources.map(({ id }) => id)).toEqual(["own-estimate"]);
  });
});
