import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { CacheType, QuantizationRecord, Runtime } from "../../knowledge/engine-schema.ts";
import { Source } from "../../knowledge/evidence-schema.ts";
import { KNOWLEDGE_FOLDER } from "../../knowledge/knowledge.ts";
import {
  loadFolder,
  loadTable,
  loadYaml,
  parseRecord,
  parseYaml,
  splitProvenance,
} from "../../knowledge/load.ts";
import { Device, Model, Workload } from "../../knowledge/schema.ts";

const root = mkdtempSync(join(tmpdir(), "load-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): string {
  writeFileSync(join(root, name), text);
  return join(root, name);
}

const Board = z.strictObject({ memory: z.string(), cores: z.number().optional() });

describe("splitProvenance()", () => {
  it("takes value and provenance apart, by path", () => {
    const raw = {
      memory: { value: "64 GB", source: "faq", note: "sold as" },
      gpu: { clock: { value: 1300, confidence: "low" }, cores: 2048 },
    };
    expect(splitProvenance(raw)).toEqual({
      plain: { memory: "64 GB", gpu: { clock: 1300, cores: 2048 } },
      provenance: { memory: { source: "faq", note: "sold as" }, "gpu.clock": { confidence: "low" } },
    });
  });

  it("leaves lists as they are, also those of a value", () => {
    const prices = [{ value: "999 USD", source: "faq" }];
    expect(splitProvenance({ prices })).toEqual({ plain: { prices }, provenance: {} });
    expect(splitProvenance({ modes: { value: ["a", "b"], note: "seen" } })).toEqual({
      plain: { modes: ["a", "b"] },
      provenance: { modes: { note: "seen" } },
    });
  });

  it("keeps values that are 0, false or nothing", () => {
    const raw = { zero: { value: 0 }, no: { value: false }, none: { value: null } };
    expect(splitProvenance(raw).plain).toEqual({ zero: 0, no: false, none: null });
  });

  it.each([5, "text", null, undefined, [1]])("passes %j through, which is no record", (raw) => {
    expect(splitProvenance(raw)).toEqual({ plain: raw, provenance: {} });
  });

  it("refuses provenance with a field it does not know", () => {
    expect(() => splitProvenance({ memory: { value: "64 GB", sauce: "faq" } })).toThrow(/sauce/);
  });
});

describe("parseYaml()", () => {
  it.each([
    { text: "a: 2026-05-01", value: "2026-05-01" },
    { text: "a: 2026-05", value: "2026-05" },
    { text: "a: no", value: "no" },
    { text: "a: 7:30", value: "7:30" },
    { text: "a: 1_000", value: "1_000" },
    { text: "a: 8.0", value: 8 },
    { text: "a: 64 GB # sold as", value: "64 GB" },
    { text: "a: true", value: true },
  ])("reads $text as $value", ({ text, value }) => {
    expect(parseYaml(text)).toEqual({ a: value });
  });

  it("reads what an anchor names where the alias stands", () => {
    expect(parseYaml("a: &gguf [q4, q8]\nb: *gguf\n")).toEqual({ a: ["q4", "q8"], b: ["q4", "q8"] });
  });

  it.each(["a: 1\na: 2\n", "a: [1\n", "a: !!js/function 'x'"])("refuses %j", (text) => {
    expect(() => parseYaml(text)).toThrow();
  });
});

describe("loadYaml()", () => {
  it("reads a file", () => {
    expect(loadYaml(write("fine.yaml", "memory: 64 GB # sold as\n"))).toEqual({ memory: "64 GB" });
  });

  it.each([
    { what: "a missing file", path: () => join(root, "missing.yaml") },
    { what: "a file that is no YAML", path: () => write("broken.yaml", "memory: [64 GB\n") },
    { what: "a key that stands twice", path: () => write("twice.yaml", "a: 1\na: 2\n") },
  ])("names $what and keeps the cause", ({ path }) => {
    const file = path();
    expect(() => loadYaml(file)).toThrow(
      expect.objectContaining({
        code: "invalid-record",
        message: expect.stringContaining(file),
        cause: expect.anything(),
      }),
    );
  });
});

describe("parseRecord()", () => {
  it("gives what the schema reads", () => {
    expect(parseRecord(Board, { memory: "64 GB" }, "a board")).toEqual({ memory: "64 GB" });
  });

  it("says which record, which field and what was wanted", () => {
    expect(() => parseRecord(Board, { memory: 64 }, 'record "x"')).toThrow(
      expect.objectContaining({
        code: "invalid-record",
        message: expect.stringMatching(/^Cannot use record "x": .*expected string.*memory/s),
      }),
    );
  });
});

describe("loadFolder()", () => {
  it("reads the YAML files in the order of their names; the id is the file name", () => {
    const folder = join(root, "boards");
    mkdirSync(folder);
    writeFileSync(join(folder, "b-2.5.yaml"), "memory: { value: 8 GB, source: faq }\n");
    writeFileSync(join(folder, "a.yaml"), "memory: 4 GB\n");
    writeFileSync(join(folder, "README.md"), "no record\n");
    expect(loadFolder(folder, Board)).toEqual([
      { id: "a", value: { memory: "4 GB" }, provenance: {} },
      { id: "b-2.5", value: { memory: "8 GB" }, provenance: { memory: { source: "faq" } } },
    ]);
  });

  it("names the record that is wrong", () => {
    const folder = join(root, "wrong");
    mkdirSync(folder);
    writeFileSync(join(folder, "typo.yaml"), "memroy: 4 GB\n");
    expect(() => loadFolder(folder, Board)).toThrow(/record "typo".*memroy/s);
  });
});

describe("loadTable()", () => {
  it("reads a map of id to record in its order", () => {
    const path = write("table.yaml", "b: { memory: 8 GB }\na: { memory: { value: 4 GB, note: n } }\n");
    expect(loadTable(path, Board)).toEqual([
      { id: "b", value: { memory: "8 GB" }, provenance: {} },
      { id: "a", value: { memory: "4 GB" }, provenance: { memory: { note: "n" } } },
    ]);
  });

  it.each(["- memory: 8 GB\n", "8 GB\n", "~\n"])("refuses %j, which is no map", (text) => {
    const path = write("list.yaml", text);
    expect(() => loadTable(path, Board)).toThrow(/wanted a map of id to record/);
  });

  it("refuses an empty file", () => {
    const path = write("empty.yaml", "");
    expect(() => loadTable(path, Board)).toThrow(expect.objectContaining({ code: "invalid-record" }));
  });
});

describe("the records of this repository", () => {
  const folder = (name: string) => join(KNOWLEDGE_FOLDER, name);

  it.each([
    { what: "devices", load: () => loadFolder(folder("devices"), Device), atLeast: 32 },
    { what: "models", load: () => loadFolder(folder("models"), Model), atLeast: 120 },
    { what: "workloads", load: () => loadFolder(folder("workloads"), Workload), atLeast: 42 },
    {
      what: "quantizations",
      load: () => loadTable(folder("quantizations.yaml"), QuantizationRecord),
      atLeast: 40,
    },
    { what: "runtimes", load: () => loadTable(folder("runtimes.yaml"), Runtime), atLeast: 10 },
    { what: "cache types", load: () => loadTable(folder("cache-types.yaml"), CacheType), atLeast: 8 },
    { what: "sources", load: () => loadTable(folder("sources.yaml"), Source), atLeast: 100 },
  ])("load: $what, at least $atLeast, with slugs for ids", ({ load, atLeast }) => {
    const ids = load().map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(atLeast);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it("name a source each, and say where a single value comes from only for values they have", () => {
    const entries = [
      ...loadFolder(folder("devices"), Device),
      ...loadFolder(folder("models"), Model),
      ...loadFolder(folder("workloads"), Workload),
      ...loadTable(folder("quantizations.yaml"), QuantizationRecord),
      ...loadTable(folder("runtimes.yaml"), Runtime),
      ...loadTable(folder("cache-types.yaml"), CacheType),
    ];
    const fieldAt = (value: unknown, path: string): unknown =>
      path.split(".").reduce<unknown>((at, key) => z.looseObject({}).catch({}).parse(at)[key], value);
    expect(entries.filter(({ value }) => !value.source?.length).map(({ id }) => id)).toEqual([]);
    const lost = entries.flatMap(({ id, value, provenance }) =>
      Object.keys(provenance)
        .filter((path) => fieldAt(value, path) === undefined)
        .map((path) => `${id} ${path}`),
    );
    expect(lost).toEqual([]);
  });
});
