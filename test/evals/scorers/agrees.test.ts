import { describe, expect, it } from "vitest";
import { agrees } from "../../../evals/scorers/agrees.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("agrees()", () => {
  it.each([
    ["names of one record", { device: "Orin NX 16GB" }, { device: "orin-nx-16gb" }, true],
    ["another board", { device: "orin-nx-16gb" }, { device: "orin-nx-8gb" }, false],
    ["what is not written", { device: "orin-nx-16gb" }, { device: "orin-nx-16gb", os: "headless" }, true],
    ["a field that is missing", { os: "headless" }, {}, false],
    [
      "a list in another order",
      [{ model: "qwen3-8b" }, { model: "yolo11s" }],
      [{ model: "YOLO11s" }, { model: "qwen3-8b" }],
      true,
    ],
    ["one too many", [{ model: "qwen3-8b" }], [{ model: "qwen3-8b" }, { model: "yolo11s" }], false],
    ["the same twice for two", ["qwen3-8b", "yolo11s"], ["qwen3-8b", "qwen3-8b"], false],
    ["a rounded size", { largestModelBillions: 8 }, { largestModelBillions: 8.03 }, true],
    ["another size", { largestModelBillions: 8 }, { largestModelBillions: 14 }, false],
    ["another number", { contextTokens: 4096 }, { contextTokens: 4097 }, false],
  ])("compares %s", (_, written, got, isSame) => {
    expect(agrees(written, got, knowledge)).toBe(isSame);
  });
});
