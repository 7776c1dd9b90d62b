import { describe, expect, it } from "vitest";
import { parseShard, shardOf } from "../../../evals/run/shard.ts";

const cases = ["e", "a", "d", "b", "c"].map((id) => ({ id }));
const idsOf = (index: number) => shardOf(cases, { index, count: 2 }).map(({ id }) => id);

describe("shardOf()", () => {
  it("deals the cases out by id, whatever their order", () => {
    expect([idsOf(1), idsOf(2)]).toEqual([
      ["a", "c", "e"],
      ["b", "d"],
    ]);
  });

  it("leaves no case out and has none twice", () => {
    const all = [1, 2, 3].flatMap((index) => shardOf(cases, { index, count: 3 }));
    expect(all.map(({ id }) => id).sort()).toEqual(["a", "b", "c", "d", "e"]);
  });
});

describe("parseShard()", () => {
  it("reads the last of four", () => {
    expect(parseShard("4/4")).toEqual({ index: 4, count: 4 });
  });

  it.each(["0/4", "5/4", "1", "1/0", "a/b", "1/4/2"])("refuses %s", (text) => {
    expect(() => parseShard(text)).toThrow(/wanted 1\/4/);
  });
});
