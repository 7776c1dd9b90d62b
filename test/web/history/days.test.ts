import { describe, expect, it } from "vitest";
import { groupByDay, newestFirst } from "../../../web/history/days.ts";

const now = new Date(2026, 10, 28, 0, 30).getTime();

function at(id: string, updatedAt: Date) {
  return { id, title: id, createdAt: 0, updatedAt: updatedAt.getTime() };
}

describe("groupByDay()", () => {
  it("names the days of the reader, the newest first", () => {
    const days = groupByDay(
      newestFirst([
        at("before midnight", new Date(2026, 10, 27, 23, 59)),
        at("older", new Date(2026, 9, 1, 12)),
        at("after midnight", new Date(2026, 10, 28, 0, 1)),
        at("day before", new Date(2026, 10, 27, 8)),
      ]),
      now,
    );
    expect(days.map(({ name, summaries }) => [name, ...summaries.map(({ id }) => id)])).toEqual([
      ["Today", "after midnight"],
      ["Yesterday", "before midnight", "day before"],
      ["Thursday, 1 October 2026", "older"],
    ]);
  });

  it("has no day for no conversation", () => {
    expect(groupByDay([], now)).toEqual([]);
  });
});
