import { describe, expect, it } from "vitest";
import { toSheets } from "../../../web/history/sheets.ts";

const messagesUpTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("toSheets()", () => {
  it.each([
    { count: 0, lengths: [] },
    { count: 1, lengths: [1] },
    { count: 20, lengths: [20] },
    { count: 21, lengths: [20, 1] },
    { count: 45, lengths: [20, 20, 5] },
  ])("divides $count messages into sheets of $lengths", ({ count, lengths }) => {
    expect(toSheets(messagesUpTo(count)).map(({ length }) => length)).toEqual(lengths);
  });

  it("leaves out none and changes no order", () => {
    expect(toSheets(messagesUpTo(45)).flat()).toEqual(messagesUpTo(45));
  });

  it("leaves the sheets before as they are when messages are added", () => {
    expect(toSheets(messagesUpTo(43)).slice(0, 2)).toEqual(toSheets(messagesUpTo(60)).slice(0, 2));
  });
});
