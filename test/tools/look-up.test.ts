import { describe, expect, it } from "vitest";
import { lookUp } from "../../tools/look-up.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const find = async (name: string) => await lookUp.run({ name }, knowledge);

describe("look-up", () => {
  it.each([
    { name: "AGX Orin 64GB", kind: "device", id: "agx-orin-64gb" },
    { name: "qwen2.5vl:7b", kind: "model", id: "qwen2.5-vl-7b" },
    { name: "yolo11n.pt", kind: "model", id: "yolo11n" },
    { name: "INT4 AWQ", kind: "quantization", id: "awq-int4" },
    { name: "llama-server", kind: "runtime", id: "llama-cpp" },
  ])("finds the $kind $id by $name", async ({ name, kind, id }) => {
    const result = await find(name);
    expect(result).toMatchObject({ kind, id, candidates: [], resolved: { name: id }, assumptions: [] });
    expect(result.record).toMatchObject({ name: expect.any(String) });
    expect(result.sources.length).toBeGreaterThan(0);
  });

  it("gives record and provenance of a board, and its memory, bandwidth and prices as facts with a source", async () => {
    const { record, provenance, facts, sources } = await find("agx-orin-64gb");
    expect(record).toMatchObject({ memory: 68_719_476_736, bandwidth: 204.8e9 });
    expect(provenance.memTotal).toMatchObject({ source: "tegrastats-logs" });
    const cited = (source: string) => ({ kind: "cited", source });
    expect(facts.slice(0, 4)).toMatchObject([
      { id: "memory", value: 68_719_476_736, display: "64 GiB", basis: cited("nvidia-jetson-faq") },
      { id: "memTotal", value: 62_841 * 2 ** 20, basis: cited("tegrastats-logs") },
      { id: "bandwidth", display: "204.8 GB/s", basis: cited("jetson-facts-review") },
      {
        label: "price of the kit, 2026-07-21",
        display: "3,499 USD",
        basis: cited("cnx-software-2026-07-22"),
      },
    ]);
    const listed = new Set(sources.map(({ id }) => id));
    for (const { basis } of facts) expect(basis.kind !== "cited" || listed.has(basis.source)).toBe(true);
    const computed = facts.filter(({ basis }) => basis.kind === "computed");
    expect(computed.map(({ id }) => id)).toEqual(["room-desktop", "room-headless"]);
  });

  it("has facts with an id of their own and short words for every board", async () => {
    for (const { id } of knowledge.devices.entries) {
      const { facts } = await find(id);
      const ids = facts.map((fact) => fact.id);
      expect([id, new Set(ids).size]).toEqual([id, ids.length]);
      for (const { display } of facts) expect([id, display.length < 12]).toEqual([id, true]);
    }
  });

  it("gives the watts of each mode and what is documented of heat, for boards only", async () => {
    const { facts, thermal } = await find("agx-orin-64gb");
    expect(facts.find(({ id }) => id === "power-MODE_30W")).toMatchObject({
      value: 30,
      label: "power budget of mode MODE_30W, as shipped",
    });
    expect(thermal.map(({ about }) => about)).toContain("cooling");
    expect((await find("qwen3-8b")).thermal).toEqual([]);
  });

  it("has the shape of a language model as facts, from which answers are computed", async () => {
    const { facts } = await find("qwen3-8b");
    expect(facts.map(({ id, display }) => [id, display])).toEqual([
      ["parameters", "8.19B"],
      ["layers", "36"],
      ["kv-heads", "8"],
      ["head-size", "128"],
    ]);
  });

  it("says what a loose name is taken for", async () => {
    expect(await find("Thor")).toMatchObject({
      id: "agx-thor-devkit",
      assumptions: ['"Thor" is taken as Jetson AGX Thor Developer Kit'],
    });
  });

  it.each([
    { name: "Orin NX", candidates: ["orin-nx-16gb", "orin-nx-8gb"] },
    { name: "AGX Orin", candidates: ["agx-orin-32gb", "agx-orin-64gb"] },
    { name: "Orin Nano", candidates: ["orin-nano-4gb", "orin-nano-8gb"] },
  ])("answers $name with its candidates: $candidates", async ({ name, candidates }) => {
    expect(await find(name)).toEqual({
      kind: null,
      name: null,
      id: null,
      record: null,
      provenance: {},
      candidates,
      thermal: [],
      resolved: { name },
      assumptions: [],
      facts: [],
      sources: [],
    });
  });

  it("throws unknown-id with five near names of any catalogue, when nothing has the name", async () => {
    await expect(lookUp.call({ name: "qwen3-8x" }, knowledge)).rejects.toMatchObject({
      code: "unknown-id",
      candidates: { length: 5, 0: "qwen3-8b" },
    });
    await expect(lookUp.call({ name: "olama" }, knowledge)).rejects.toMatchObject({
      candidates: expect.arrayContaining(["ollama"]),
      message: expect.stringMatching(/^Cannot find "olama" in any catalogue: /),
    });
  });

  it.each([{}, { name: "" }, { name: 7 }, { name: "Thor", kind: "device" }])(
    "refuses %j as invalid input",
    async (input) => {
      await expect(lookUp.call(input, knowledge)).rejects.toMatchObject({ code: "invalid-input" });
    },
  );

  it.each([
    { name: "orin-nx-16gb", first: "device Jetson Orin NX 16GB (orin-nx-16gb)" },
    { name: "Orin NX", first: "one of: orin-nx-16gb, orin-nx-8gb" },
  ])("digests $name in a few lines", async ({ name, first }) => {
    const { digest } = await lookUp.call({ name }, knowledge);
    const [line, ...facts] = digest.split("\n");
    expect(line).toBe(first);
    expect(facts.length).toBeLessThanOrEqual(10);
  });

  it.each([
    { name: "devices", some: ["orin-nx-16gb", "coral-tpu"] },
    { name: "Models", some: ["llama-3.1-8b", "yolo11s"] },
    { name: "quantizations", some: ["q4-k-m", "nvfp4"] },
    { name: "runtimes", some: ["llama-cpp", "tensorrt"] },
  ])("lists every id for the word $name", async ({ name, some }) => {
    const { id, candidates } = await find(name);
    expect(id).toBeNull();
    expect(candidates).toEqual(expect.arrayContaining(some));
    expect(new Set(candidates).size).toBe(candidates.length);
  });

  it("gives the same for the name it resolved", async () => {
    const first = await find("AGX Orin 64");
    expect(await find(first.resolved.name)).toEqual(first);
  });
});
