import { describe, expect, it } from "vitest";
import { createCatalog, duplicateNames, type Named, nearestNames } from "../../knowledge/catalog.ts";
import type { Entry } from "../../knowledge/load.ts";
import { canonicalName } from "../../knowledge/names.ts";
import { knowledge } from "../fixtures/knowledge.ts";

type Fields = { name: string } & Partial<Named>;

const entry = (id: string, fields: Fields): Entry<Named> => ({
  id,
  value: { aliases: [], assumedFor: [], family: [], ...fields },
  provenance: {},
});

const small = entry("board-8gb", { name: "Board 8GB", aliases: ["B8"], family: ["Board", "Lone"] });
const large = entry("board-16gb", { name: "Board 16GB", family: ["Board"] });
const super8 = entry("board-8gb-super", {
  name: "Board 8GB Super",
  sameModuleAs: "board-8gb",
  family: ["Board"],
});
const thor = entry("thor-kit", { name: "Thor Kit", assumedFor: ["Thor"] });
const catalog = createCatalog("device", [small, large, super8, thor]);

describe("createCatalog()", () => {
  it("keeps kind and entries", () => {
    expect(catalog.kind).toBe("device");
    expect(catalog.entries.map(({ id }) => id)).toEqual([
      "board-8gb",
      "board-16gb",
      "board-8gb-super",
      "thor-kit",
    ]);
  });

  it.each(["board-8gb", "BOARD 8 GB", "b8", "NVIDIA Jetson Board 8GB", "B-8"])(
    "finds a record as %s",
    (name) => {
      expect(catalog.find(name)).toEqual({ entry: small });
      expect(catalog.get(name)).toEqual({ entry: small });
    },
  );

  it("finds a record by a loose name and says so", () => {
    expect(catalog.get("thor")).toEqual({ entry: thor, assumption: '"thor" is taken as Thor Kit' });
  });

  it("takes an exact name before a loose one", () => {
    const exact = entry("thor", { name: "Thor proper" });
    expect(createCatalog("device", [thor, exact]).get("Thor")).toEqual({ entry: exact });
  });

  it("finds the one member of a family, with nothing to assume", () => {
    expect(catalog.find("Lone")).toEqual({ entry: small });
  });

  it("lists the members of a family, those of the same module once", () => {
    expect(catalog.findFamily("board").map(({ id }) => id)).toEqual(["board-8gb", "board-16gb"]);
    expect(catalog.findFamily("B8")).toEqual([]);
  });

  it("has a key for what names a record, exactly, loosely or with its family, and for nothing else", () => {
    const names = ["Board", "b8", "Thor", "Lone", "no such name"];
    const isKnown = (name: string) => catalog.find(name) !== undefined || catalog.findFamily(name).length > 0;
    expect(names.map((name) => catalog.hasKey(canonicalName(name)))).toEqual(names.map(isKnown));
  });

  it("throws ambiguous-id with the candidates, when a family has two", () => {
    expect(catalog.find("Board")).toBeUndefined();
    expect(() => catalog.get("Board")).toThrow(
      expect.objectContaining({
        code: "ambiguous-id",
        candidates: ["board-8gb", "board-16gb"],
        message: 'Cannot tell which device "Board" means: it is one of board-8gb, board-16gb.',
      }),
    );
  });

  it("throws unknown-id with the nearest, when nothing has the name", () => {
    expect(catalog.find("bord-16gb")).toBeUndefined();
    expect(() => catalog.get("bord-16gb")).toThrow(
      expect.objectContaining({
        code: "unknown-id",
        candidates: ["board-16gb", "board-8gb", "thor-kit", "board-8gb-super"],
        message: expect.stringMatching(
          /^Cannot find the device "bord-16gb": the nearest known are board-16gb, /,
        ),
      }),
    );
  });

  it.each(["constructor", "__proto__", "toString"])("does not know %s, which every object has", (name) => {
    expect(catalog.find(name)).toBeUndefined();
    expect(() => catalog.get(name)).toThrow(expect.objectContaining({ code: "unknown-id" }));
  });
});

describe("nearest()", () => {
  it("ranks by letters to change, names that contain the text first, equals by id", () => {
    expect(catalog.nearest("thor")).toEqual([
      { id: "thor-kit", away: 0.5 },
      { id: "board-8gb", away: 4 },
      { id: "board-16gb", away: 8 },
      { id: "board-8gb-super", away: 12 },
    ]);
    expect(catalog.nearest("board 8gc")[0]).toEqual({ id: "board-8gb", away: 1 });
  });

  it("lists five at most, each once", () => {
    const ids = knowledge.devices.nearest("orin").map(({ id }) => id);
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(5);
  });
});

describe("duplicateNames()", () => {
  it("finds none among records with names of their own, even if families are shared", () => {
    expect(duplicateNames([small, large, super8, thor])).toEqual([]);
  });

  it("does not mind a record that has a name twice", () => {
    expect(duplicateNames([entry("a", { name: "A", aliases: ["a", "A "] })])).toEqual([]);
  });

  it.each([
    { what: "an alias and a name", fields: { name: "X", aliases: ["board 8 GB"] } },
    { what: "an alias and an alias", fields: { name: "X", aliases: ["b-8"] } },
    { what: "a name and a loose name", fields: { name: "X", assumedFor: ["Board 8GB"] } },
    { what: "a name and an id", fields: { name: "Board-8GB" } },
  ])("finds $what that mean two records", ({ fields }) => {
    const found = duplicateNames([small, entry("x", fields)]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^(board8gb|b8): board-8gb, x$/);
  });

  it.each([
    { kind: "device", duplicates: () => duplicateNames(knowledge.devices.entries) },
    { kind: "model", duplicates: () => duplicateNames(knowledge.models.entries) },
    { kind: "quantization", duplicates: () => duplicateNames(knowledge.quantizations.entries) },
    { kind: "runtime", duplicates: () => duplicateNames(knowledge.runtimes.entries) },
    { kind: "cache type", duplicates: () => duplicateNames(knowledge.cacheTypes.entries) },
  ])("finds none among the records of every $kind", ({ duplicates }) => {
    expect(duplicates()).toEqual([]);
  });
});

describe("nearestNames()", () => {
  it("gives the nearest first, five at most, and those that contain the name before all others", () => {
    const known = ["vlm-sizing-2026", "thor-notes", "thor-blog", "a", "b", "c"];
    expect(nearestNames("thor-note", known).slice(0, 1)).toEqual(["thor-notes"]);
    expect(nearestNames("sizing", known)[0]).toBe("vlm-sizing-2026");
    expect(nearestNames("thor", known)).toHaveLength(5);
    expect(nearestNames("thor", [])).toEqual([]);
  });
});
