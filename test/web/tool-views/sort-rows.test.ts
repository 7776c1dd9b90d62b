import { describe, expect, it } from "vitest";
import { nextSorting, sortRows } from "../../../web/tool-views/sort-rows.ts";

type Row = { name: string; price: number | null };

const rows: readonly Row[] = [
  { name: "Orin NX 16GB", price: 999 },
  { name: "Orin NX 8GB", price: null },
  { name: "Thor", price: 5499 },
  { name: "AGX Orin 64GB", price: 999 },
];
const names = (sorted: readonly Row[]) => sorted.map(({ name }) => name);

describe("sortRows()", () => {
  it.each([
    { direction: "ascending", sorted: ["Orin NX 16GB", "AGX Orin 64GB", "Thor", "Orin NX 8GB"] },
    { direction: "descending", sorted: ["Thor", "Orin NX 16GB", "AGX Orin 64GB", "Orin NX 8GB"] },
  ] as const)("keeps the order of equals and puts the unknown last, $direction", ({ direction, sorted }) => {
    expect(names(sortRows(rows, ({ price }) => price, direction))).toEqual(sorted);
  });

  it("reads the numbers in names as numbers", () => {
    expect(names(sortRows(rows, ({ name }) => name, "ascending"))).toEqual([
      "AGX Orin 64GB",
      "Orin NX 8GB",
      "Orin NX 16GB",
      "Thor",
    ]);
  });

  it("leaves the rows that it was given as they are", () => {
    const before = names(rows);
    sortRows(rows, ({ name }) => name, "descending");
    expect(names(rows)).toEqual(before);
  });
});

describe("nextSorting()", () => {
  it("goes up, down, and back to the first order", () => {
    const up = nextSorting("Price", undefined);
    const down = nextSorting("Price", up);
    expect([up, down, nextSorting("Price", down)]).toEqual([
      { column: "Price", direction: "ascending" },
      { column: "Price", direction: "descending" },
      undefined,
    ]);
  });

  it("begins with up at another column", () => {
    const before = { column: "Price", direction: "descending" } as const;
    expect(nextSorting("Power", before)).toEqual({ column: "Power", direction: "ascending" });
  });
});
