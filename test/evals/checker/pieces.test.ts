import { describe, expect, it } from "vitest";
import { isTrue, type NumberPiece, placesOf, render, type Truth } from "../../../evals/checker/pieces.ts";
import { makeFact } from "../../fixtures/check-evidence.ts";

const fact = makeFact("1.headroom", 4.94e9, "B", "NX");
const truth: Truth = {
  facts: [{ fact, quantity: "headroom", end: undefined, board: "nx", model: "m" }],
  verdicts: [{ board: "nx", model: "m", verdict: "fits", pace: "slow" }],
  passages: new Set(["a#b"]),
  all: [fact],
};
const board = { kind: "board", id: "nx", text: "NX" } as const;
const model = { kind: "model", id: "m", text: "M" } as const;
const number: NumberPiece = {
  kind: "number",
  quantity: "headroom",
  end: undefined,
  written: { text: "4.9 GB", value: 4.9e9, step: 1e8, unit: "B", isNegative: false },
  sign: "free",
  board,
  model,
};
const verdict = { kind: "verdict", text: "fits", claims: ["fits"], of: "verdict", board, model } as const;

describe("isTrue()", () => {
  it("is true of a number at the digits shown, of its amount, board, model and sign", () => {
    expect(isTrue(number, truth)).toBe(true);
    expect(isTrue({ ...number, sign: "short" }, truth)).toBe(false);
    expect(isTrue({ ...number, quantity: "needed" }, truth)).toBe(false);
    expect(isTrue({ ...number, board: { ...board, id: "nano" } }, truth)).toBe(false);
    expect(isTrue({ ...number, model: { ...model, id: "n" } }, truth)).toBe(false);
    expect(isTrue({ ...number, written: { ...number.written, value: 5e9 } }, truth)).toBe(false);
    expect(isTrue({ ...number, written: { ...number.written, unit: "W" } }, truth)).toBe(false);
  });

  it("is true of the tool's verdict and of a passage that holds", () => {
    expect(isTrue(verdict, truth)).toBe(true);
    expect(isTrue({ ...verdict, claims: ["tight"] }, truth)).toBe(false);
    expect(isTrue({ kind: "citation", id: "a#b", holds: true }, truth)).toBe(true);
    expect(isTrue({ kind: "citation", id: "a#c", holds: true }, truth)).toBe(false);
  });
});

describe("render()", () => {
  it("joins the pieces, and their places are where they stand", () => {
    const pieces = ["The ", board, " has ", number, "."];
    expect(render(pieces)).toBe("The NX has 4.9 GB.");
    expect(placesOf(pieces)[3]).toMatchObject({ start: 11, end: 17 });
  });
});
