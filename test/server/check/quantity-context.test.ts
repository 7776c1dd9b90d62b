import { describe, expect, it } from "vitest";
import { allows, quantityContext } from "../../../server/check/quantity-context.ts";
import { numberIn } from "../../fixtures/check-evidence.ts";

function quantitiesOf(text: string, written: string) {
  const { number, scene } = numberIn(text, written);
  return quantityContext(number, scene);
}

describe("quantityContext()", () => {
  it.each([
    ["It needs 11.5 GB with the system and a safety reserve", "11.5 GB", "needed"],
    ["It needs 11.5 GB, and the board reports 16.4 GB; 4.9 GB stays free", "16.4 GB", "available"],
    ["It needs 11.5 GB, and the board reports 16.4 GB; 4.9 GB stays free", "4.9 GB", "headroom"],
    ["The KV cache takes 235 MB and the weights 4.4 GB", "235 MB", "kv-cache"],
    ["The KV cache takes 235 MB and the weights 4.4 GB", "4.4 GB", "weights"],
    ["4.4 GB of weights and 235 MB of KV cache", "4.4 GB", "weights"],
    ["needs 11.5 GB on one and 11.2 GB on the other", "11.2 GB", "needed"],
    ["the bandwidth allows 22 tok/s at most", "22 tok/s", "ceiling"],
    ["| safety reserve | 821 MB |", "821 MB", "reserve"],
    ["Headroom:\n\n- one: 4.9 GB", "4.9 GB", "headroom"],
    ["Es braucht 9,1 GB", "9,1 GB", "needed"],
    ["可用内存为 16 GB", "16 GB", "available"],
  ])("of %s, %s is an amount of %s", (text, written, quantity) => {
    const table = text.startsWith("|") ? `| part | NX |\n|---|---|\n${text}` : text;
    const context = quantitiesOf(table, written);
    expect([...context.quantities]).toContain(quantity);
    expect(allows(context, quantity)).toBe(true);
    expect(allows(context, "first-token")).toBe(false);
  });

  it("knows the ends of a range and the words for them", () => {
    expect([...quantitiesOf("between 4.7 and 11 tok/s", "11 tok/s").ends]).toEqual(["high"]);
    expect([...quantitiesOf("at least 5 tok/s", "5 tok/s").ends]).toEqual(["low"]);
  });

  it("says nothing where nothing is said", () => {
    const context = quantitiesOf("It is 5 GB here", "5 GB");
    expect([...context.quantities]).toEqual([]);
    expect(allows(context, "headroom")).toBe(true);
  });
});
