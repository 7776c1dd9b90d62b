import { describe, expect, it } from "vitest";
import { unitPrices } from "../../../tools/fleet/unit-prices.ts";
import type { Reference } from "../../../tools/placement/subject.ts";
import { board, knowledge } from "../../fixtures/knowledge.ts";

const prices = (device: Reference, kind?: "kit" | "module") =>
  unitPrices(board(device), kind, knowledge).map(
    ({ value, kind, date, current, document }) =>
      `${value} ${kind} ${date}${current ? " current" : ""}${document ? " document" : ""}`,
  );

describe("unitPrices()", () => {
  it("gives the current price and the documents' ones, newest first", () => {
    expect(prices("agx-orin-64gb")).toEqual([
      "3499 kit 2026-07-21 current",
      "1999 kit 2026-05 document",
      "2499 kit 2026-04 document",
    ]);
  });

  it("gives the kind that is asked for", () => {
    expect(prices("agx-orin-64gb", "module")).toEqual([
      "2999 module 2026-07-21 current",
      "1599 module 2026-07-20",
      "1999 module 2026-05 document",
    ]);
    expect(prices("orin-nx-16gb", "kit")).toEqual([]);
  });

  it("finds the module's price under another record of the same module", () => {
    expect(prices("agx-thor-devkit", "module")[0]).toBe("4999 module 2026-07-21 current");
    expect(prices("thor-t5000", "kit")).toEqual(["5499 kit 2026-07-21 current", "3499 kit 2026-05 document"]);
  });

  it("keeps to the kind the board itself is sold as", () => {
    expect(prices("thor-t5000")[0]).toBe("4999 module 2026-07-21 current");
  });

  it("marks exactly one price as current, and none twice", () => {
    for (const { id } of knowledge.devices.entries) {
      const all = unitPrices(board(id), undefined, knowledge);
      expect(all.filter(({ current }) => current)).toHaveLength(all.length > 0 ? 1 : 0);
      expect(new Set(all.map(({ value, date, source }) => `${value} ${date} ${source}`)).size).toBe(
        all.length,
      );
    }
  });

  it("reads the prices of a board described on the spot", () => {
    const own = { value: "100 USD", kind: "kit", date: "2026-11", source: "own-estimate" };
    expect(prices({ name: "mine", prices: [own] })).toEqual(["100 kit 2026-11 current"]);
    expect(prices({ name: "mine" })).toEqual([]);
  });
});
