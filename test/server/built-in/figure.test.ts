import { describe, expect, it } from "vitest";
import { readFigure } from "../../../server/built-in/figure.ts";

describe("readFigure()", () => {
  it.each([
    ["why 11.5 GB?", { value: 11.5e9, slack: 0.05e9, unit: "B" }],
    ["why 235 MB?", { value: 235e6, slack: 0.5e6, unit: "B" }],
    ["why 8 GiB?", { value: 8 * 2 ** 30, unit: "B" }],
    ["where does 7.3 tok/s come from?", { value: 7.3, slack: 0.05, unit: "tok/s" }],
    ["which source says 102.4 GB/s?", { value: 102.4e9, unit: "B/s" }],
    ["why 7.9 s?", { value: 7900, slack: 50, unit: "ms" }],
    ["why $999?", { value: 999, unit: "USD" }],
    ["why 245,472 USD?", { value: 245_472, unit: "USD" }],
    ["why 25 watts?", { value: 25, unit: "W" }],
    ["why 76?", { value: 76, unit: undefined }],
  ])("reads %s", (text, figure) => expect(readFigure(text)).toMatchObject(figure));

  it.each(["why?", "why Qwen2.5-VL-7B?", "why Q4_K_M?", "why 70B?"])("finds no number in: %s", (text) => {
    expect(readFigure(text)).toBeUndefined();
  });
});
