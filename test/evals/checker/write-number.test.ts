import { describe, expect, it } from "vitest";
import { writeNumber } from "../../../evals/checker/write-number.ts";
import { makeFact } from "../../fixtures/check-evidence.ts";

const bytes = { ...makeFact("needed", 9.1188e9, "B", ""), display: "9.12 GB" };
const style = { language: "en", unit: "own", coarser: 0, spelling: 0 } as const;

describe("writeNumber()", () => {
  it.each([
    [style, "9.12 GB", 9.12e9],
    [{ ...style, coarser: 1 }, "9.1 GB", 9.1e9],
    [{ ...style, unit: "other" }, "9,119 MB", 9.119e9],
    [{ ...style, unit: "binary" }, "8.49 GiB", 8.49 * 2 ** 30],
    [{ ...style, language: "de" }, "9,12 GB", 9.12e9],
    [{ ...style, language: "fr" }, "9,12\u00a0GB", 9.12e9],
  ] as const)("writes as %j: %s", (how, text, value) => {
    const written = writeNumber(bytes, how);
    expect(written.text).toBe(text);
    expect(written.value).toBeCloseTo(value, 0);
  });
});
