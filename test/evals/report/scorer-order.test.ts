import { describe, expect, it } from "vitest";
import { mergeOrders } from "../../../evals/report/scorer-order.ts";

describe("mergeOrders()", () => {
  it("puts a name that only later lists have before the one that follows it there", () => {
    expect(
      mergeOrders([
        ["numbers", "steps"],
        ["verdict", "numbers", "tools", "steps"],
      ]),
    ).toEqual(["verdict", "numbers", "tools", "steps"]);
  });

  it("appends what nothing known follows", () => {
    expect(mergeOrders([["verdict"], ["verdict", "tokens"], ["latency"]])).toEqual([
      "verdict",
      "tokens",
      "latency",
    ]);
  });

  it("names each once", () => {
    expect(mergeOrders([["a", "b"], ["a", "b"], []])).toEqual(["a", "b"]);
  });
});
