import { describe, expect, it } from "vitest";
import { ThermalNote } from "../../knowledge/thermal-schema.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const note = { about: "cooling", text: "It needs a fan.", source: "own-estimate", confidence: "low" };

describe("ThermalNote", () => {
  it("holds for every board and mode where it names none", () => {
    expect(ThermalNote.parse(note)).toEqual({ ...note, source: ["own-estimate"], uncapped: false });
  });

  it.each([
    { why: "a class of boards nobody has", raw: { ...note, classes: ["mega"] } },
    { why: "no source", raw: { ...note, source: undefined } },
    { why: "another subject", raw: { ...note, about: "noise" } },
    { why: "an unknown field", raw: { ...note, degrees: 95 } },
  ])("refuses $why", ({ raw }) => {
    expect(ThermalNote.safeParse(raw).success).toBe(false);
  });

  it("names only boards and sources that are on record", () => {
    for (const { devices = [], source } of knowledge.thermals) {
      for (const id of devices) expect(knowledge.devices.get(id).entry.id).toBe(id);
      for (const id of source) expect(knowledge.source(id).title).not.toBe("");
    }
  });
});
