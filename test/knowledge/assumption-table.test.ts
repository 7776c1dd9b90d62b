import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAssumptions } from "../../knowledge/assumption-table.ts";
import { KNOWLEDGE_FOLDER } from "../../knowledge/knowledge.ts";
import { loadYaml } from "../../knowledge/load.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "assumptions-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function open(text: string) {
  const path = join(folder, "assumptions.yaml");
  writeFileSync(path, text);
  return openAssumptions(path);
}

const row = "{ value: 1, meaning: m, source: s, confidence: low }";

describe("openAssumptions()", () => {
  it("reads a row in one line and a row in several", () => {
    const find = open(
      `# a remark\none: ${row}\n\ntwo:\n  value: 2\n  meaning: m\n  source: s\n  confidence: high\n`,
    );
    expect(find("one")?.value).toBe(1);
    expect(find("two")).toMatchObject({ value: 2, confidence: "high", source: ["s"] });
    expect(find("three")).toBeUndefined();
  });

  it("gives the same record each time", () => {
    const find = open(`one: ${row}\n`);
    expect(find("one")).toBe(find("one"));
  });

  it("refuses a name that stands twice, and a row that is none", () => {
    expect(() => open(`one: ${row}\none: ${row}\n`)("one")).toThrow(/"one" stands twice/);
    expect(() => open("one: { value: [ }\n")("one")).toThrow(/"one" is no valid YAML/);
    expect(() => open("one: { value: 1 }\n")("one")).toThrow(/assumption "one"/);
  });

  it("reads every row of our own file as the whole file reads", () => {
    const path = join(KNOWLEDGE_FOLDER, "assumptions.yaml");
    const find = openAssumptions(path);
    const table = loadYaml(path);
    if (typeof table !== "object" || table === null) throw new Error("no table");
    for (const [id, raw] of Object.entries(table))
      expect(find(id)).toMatchObject({ meaning: raw.meaning, confidence: raw.confidence });
  });
});
