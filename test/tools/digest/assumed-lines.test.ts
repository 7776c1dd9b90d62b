import { describe, expect, it } from "vitest";
import { assumedLines } from "../../../tools/digest/assumed-lines.ts";

const remark = `the largest allocation is 4.37 GB; ${"some releases refuse it ".repeat(4)}`;

describe("assumedLines()", () => {
  it("names each board and model once, and gives long remarks lines of their own", () => {
    expect(
      assumedLines([
        "Orin NX: power mode MAXN",
        "desktop running",
        remark,
        "Llama: format Q4_K_M",
        "Llama: 4,096 tokens of context",
        "Llama: format Q4_K_M",
      ]),
    ).toEqual([
      "assumed: Orin NX (power mode MAXN); desktop running; Llama (format Q4_K_M; 4,096 tokens of context)",
      `note: ${remark}`,
    ]);
  });

  it("says nothing where nothing was assumed", () => {
    expect(assumedLines([])).toEqual([]);
  });
});
