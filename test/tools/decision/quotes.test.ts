import { describe, expect, it } from "vitest";
import { createQuotes } from "../../../tools/decision/quotes.ts";
import { createFactBook } from "../../../tools/facts.ts";
import { knowledge } from "./decide.ts";

const open = () => {
  const book = createFactBook("test", knowledge);
  return { book, quotes: createQuotes(book, knowledge) };
};

describe("createQuotes()", () => {
  it("quotes prices with kind and day, and files each once", () => {
    const { book, quotes } = open();
    expect(quotes.price("agx-orin-64gb")).toBe("3,499 USD (kit, 2026-07-21)");
    expect(quotes.price("agx-orin-64gb")).toBe("3,499 USD (kit, 2026-07-21)");
    expect(quotes.modulePrice("agx-orin-64gb")).toBe("2,999 USD (module, 2026-07-21)");
    expect(book.facts.map(({ value, unit, entity }) => ({ value, unit, entity }))).toEqual([
      { value: 3499, unit: "USD", entity: "Jetson AGX Orin 64GB" },
      { value: 2999, unit: "USD", entity: "Jetson AGX Orin 64GB" },
    ]);
  });

  it("quotes what a document printed, also for another record of the same module", () => {
    const { quotes } = open();
    expect(quotes.printedPrice("agx-orin-64gb")).toEqual({
      price: "1,999 USD (kit, 2026-05)",
      source: "edge-llm-decision-framework",
    });
    expect(quotes.printedPrice("orin-nano-8gb")?.source).toBe("edge-llm-benchmark-2026");
    expect(quotes.printedPrice("orin-nx-16gb")).toBeUndefined();
    expect(quotes.printedPrice("rk3588")).toBeUndefined();
  });

  it("quotes power modes: the lowest, the shipped one, and the highest within a budget", () => {
    const { quotes } = open();
    expect(quotes.lowestPower("orin-nano-8gb")).toBe("7 W");
    expect(quotes.lowestPower("coral-tpu")).toBeUndefined();
    expect(quotes.shippedMode("agx-orin-64gb")).toBe("MODE_30W (30 W)");
    expect(quotes.modeWithin("agx-orin-64gb", 50)).toBe("MODE_50W (50 W)");
    expect(quotes.modeWithin("agx-orin-64gb", 49)).toBe("MODE_30W (30 W)");
    expect(quotes.modeWithin("agx-orin-64gb", 14)).toBeUndefined();
  });

  it("quotes the streams of a video decoder where they are on record", () => {
    const { quotes } = open();
    expect(quotes.decodeStreams("orin-nano-8gb")).toBe("11");
    expect(quotes.decodeStreams("hailo-8")).toBeUndefined();
  });

  it("quotes the fastest plain run of a model, and nothing where none was measured", () => {
    const { book, quotes } = open();
    expect(quotes.speed("qwen2.5-7b", ["orin-nano-8gb-super"])).toBe("22 tok/s (mlc)");
    expect(book.facts[0]).toMatchObject({ value: 21.75, unit: "tok/s", basis: { kind: "cited" } });
    expect(quotes.speed("qwen2.5-7b", [])).toBeUndefined();
  });
});
