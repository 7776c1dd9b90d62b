import { describe, expect, it } from "vitest";
import { createFactBook, type FactUnit } from "../../tools/facts.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const open = () => createFactBook("Qwen3 8B on Thor", knowledge);

describe("createFactBook()", () => {
  it("starts empty", () => {
    expect([open().facts, open().sources()]).toEqual([[], []]);
  });

  it("writes down what was computed, from what, about the entity", () => {
    const book = open();
    book.computed("needed", { label: "memory needed", value: 4.66e9, unit: "B" }, "sum", ["weights", "os"]);
    expect(book.facts).toEqual([
      {
        id: "needed",
        label: "memory needed",
        entity: "Qwen3 8B on Thor",
        value: 4.66e9,
        unit: "B",
        display: "4.66 GB",
        basis: { kind: "computed", formula: "sum", inputs: ["weights", "os"] },
      },
    ]);
    expect(book.sources()).toEqual([]);
  });

  it("writes down what was said, by whom, about whom, and cites it", () => {
    const book = open();
    book.cited("price", { label: "price", value: 3499, unit: "USD" }, "vlm-sizing-2026", "the kit");
    book.cited("own", { label: "price", value: 999, unit: "USD" }, "vlm-sizing-2026");
    expect(book.facts).toMatchObject([
      { entity: "the kit", display: "3,499 USD", basis: { kind: "cited", source: "vlm-sizing-2026" } },
      { entity: "Qwen3 8B on Thor", display: "999 USD" },
    ]);
    expect(book.sources()).toMatchObject([{ id: "vlm-sizing-2026", date: "2026-06" }]);
  });

  it("writes down what was given", () => {
    const book = open();
    book.given("memory", { label: "memory", value: 8e9, unit: "B" });
    expect(book.facts).toMatchObject([{ basis: { kind: "given" }, display: "8.00 GB" }]);
  });

  it.each<{ unit: FactUnit; value: number; display: string }>([
    { unit: "B", value: 245e6, display: "245 MB" },
    { unit: "B/s", value: 204.8e9, display: "204.8 GB/s" },
    { unit: "tok/s", value: 3.14, display: "3.1 tok/s" },
    { unit: "ms", value: 85, display: "85 ms" },
    { unit: "W", value: 12.34, display: "12.3 W" },
    { unit: "USD", value: 1999, display: "1,999 USD" },
    { unit: "1", value: 0.333, display: "0.33" },
  ])("shows $value $unit as $display", ({ unit, value, display }) => {
    const book = open();
    book.given("x", { label: "x", value, unit });
    expect(book.facts[0]?.display).toBe(display);
  });

  it("shows a value as it is told to, when it is", () => {
    const book = open();
    book.given("x", { label: "x", value: 12.3456, unit: "tok/s", display: "12.3456 tok/s" });
    expect(book.facts[0]?.display).toBe("12.3456 tok/s");
  });

  it("lists each source once, by id, with title and date or null", () => {
    const book = open();
    book.cite(["user", "vlm-sizing-2026"]);
    book.cite(["user"]);
    book.cite(undefined);
    expect(book.sources()).toEqual([
      { id: "user", title: knowledge.source("user").title, date: null },
      { id: "vlm-sizing-2026", title: knowledge.source("vlm-sizing-2026").title, date: "2026-06" },
    ]);
  });

  it("throws, when a source is cited that nobody wrote down", () => {
    const book = open();
    book.cite(["rumour"]);
    expect(() => book.sources()).toThrow(expect.objectContaining({ code: "invalid-record" }));
  });
});
