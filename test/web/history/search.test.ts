import { describe, expect, it } from "vitest";
import { fold, isFoundIn } from "../../../web/history/search.ts";

describe("search", () => {
  it.each([
    ["", "anything", true],
    ["ORIN", "Jetson Orin NX", true],
    ["nx jetson", "Jetson Orin NX", true],
    ["rin", "Jetson Orin NX", true],
    ["nano jetson", "Jetson Orin NX", false],
    ["grosse", "Größe", true],
    ["größe", "GROSSE", true],
    ["Izmir", "İzmir", true],
    ["  cafe  ", "Café", true],
    ["ﬁts", "It fits", true],
  ])("isFoundIn() looks for %j in %j", (query, text, isFound) => {
    expect(isFoundIn(query, fold(text))).toBe(isFound);
  });
});
