import { describe, expect, it } from "vitest";
import { ledgerParts } from "../../../tools/memory/language-lines.ts";
import { drawLedger } from "../../../tools/memory/ledger.ts";
import { memoryFacts, partLabels } from "../../../tools/memory/memory-facts.ts";
import { toOpinion } from "../../../tools/memory/opinion.ts";
import type { Reference } from "../../../tools/placement/subject.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

function draw(device: Reference, ...workloads: unknown[]) {
  const on = board(device);
  const placed = workloads.map(place);
  const ledger = drawLedger(on, "desktop", placed, knowledge);
  const opinion = toOpinion(placed, knowledge);
  return { ledger, ...memoryFacts(on, placed, ledger, opinion, ["own-fit"], knowledge) };
}

describe("partLabels", () => {
  it("has a label and a formula of its own for every part", () => {
    expect(Object.keys(partLabels)).toEqual([...ledgerParts]);
    expect(new Set(Object.values(partLabels).map(({ label }) => label)).size).toBe(ledgerParts.length);
  });
});

describe("memoryFacts()", () => {
  const { ledger, facts, sources } = draw("orin-nx-16gb", { model: "qwen2.5-vl-7b" }, { model: "yolo11s" });
  const factValue = (id: string) => facts.find((fact) => fact.id === id)?.value;

  it("has a fact for each line, numbered by workload, and they add up", () => {
    for (const { workload, part, bytes } of ledger.lines)
      expect(factValue(workload === null ? part : `${part}-${workload}`)).toBe(bytes);
    expect(factValue("needed")).toBe(ledger.bytesNeeded);
    expect(factValue("working-set")).toBe(ledger.workingSetBytes);
    expect(factValue("headroom")).toBe(ledger.headroomBytes);
    expect((factValue("available") ?? 0) - (factValue("needed") ?? 0)).toBe(factValue("headroom"));
    expect(factValue("largest-allocation")).toBe(ledger.largestAllocationBytes);
  });

  it("names its entities and gives every fact an id of its own, in bytes", () => {
    const ids = facts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(facts.map(({ unit }) => unit))).toEqual(new Set(["B"]));
    const entity = "Qwen2.5-VL 7B Instruct + YOLO11s on Jetson Orin NX 16GB";
    expect(facts.filter(({ id }) => id !== "available").every((fact) => fact.entity === entity)).toBe(true);
  });

  it("adds the working set up from the lines of the workloads, and the need from all", () => {
    const inputsOf = (id: string) => {
      const basis = facts.find((fact) => fact.id === id)?.basis;
      return basis?.kind === "computed" ? basis.inputs : [];
    };
    const sumOf = (id: string) => inputsOf(id).reduce((sum, input) => sum + (factValue(input) ?? 0), 0);
    expect(sumOf("working-set")).toBe(ledger.workingSetBytes);
    expect(sumOf("needed")).toBe(ledger.bytesNeeded);
  });

  it("computes only from facts it has, and cites only sources it lists", () => {
    const ids = new Set(facts.map(({ id }) => id));
    const listed = new Set(sources.map(({ id }) => id));
    for (const { basis } of facts) {
      if (basis.kind === "computed") expect(basis.inputs.filter((id) => !ids.has(id))).toEqual([]);
      if (basis.kind === "cited") expect(listed.has(basis.source)).toBe(true);
    }
    expect(listed.has("vlm-sizing-2026")).toBe(true);
  });

  it("cites who reported the memory, and takes an inline board's as given", () => {
    const available = (device: Reference) =>
      draw(device, { model: "yolo11s" }).facts.find(({ id }) => id === "available");
    expect(available("orin-nx-16gb")).toMatchObject({
      entity: "Jetson Orin NX 16GB",
      basis: { kind: "cited", source: "tegrastats-logs" },
    });
    for (const stated of [{}, { source: "nvidia-jetson-faq" }])
      expect(available({ name: "Mine", memory: "8 GB", ...stated })).toMatchObject({
        value: 8e9,
        basis: { kind: "given" },
      });
  });

  it("has the documents' opinion for language models only, as cited", () => {
    expect(factValue("rule-weights")).toBeCloseTo(8.292166656e9 / 2, 3);
    const ids = draw("orin-nx-16gb", { model: "yolo11s" }).facts.map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith("rule-"))).toEqual([]);
  });

  it("lists the sources of the assumptions it was given", () => {
    expect(sources.map(({ id }) => id)).toContain("own-fit");
  });

  it("lists the sources of blockers", () => {
    const blocked = draw(
      { name: "Mine", memory: "8 GB" },
      { model: "qwen3-8b", quantization: "awq", runtime: "ollama" },
    );
    expect(blocked.ledger.blockers).toHaveLength(1);
    expect(blocked.sources.map(({ id }) => id)).toContain(blocked.ledger.blockers[0]?.source);
  });
});
