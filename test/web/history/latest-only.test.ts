import { describe, expect, it } from "vitest";
import { createLatestOnly } from "../../../web/history/latest-only.ts";

describe("createLatestOnly()", () => {
  it("runs the first and the last of what is added, key by key", async () => {
    const runs: string[] = [];
    const work = createLatestOnly<number>(async (key, value) => void runs.push(`${key}${value}`));
    for (const value of [1, 2, 3]) work.add("a", value);
    work.add("b", 1);
    await Promise.all([work.done("a"), work.done("b")]);
    expect(runs).toEqual(["a1", "b1", "a3"]);
    work.add("a", 4);
    await work.done("a");
    expect(runs.at(-1)).toBe("a4");
  });

  it("takes back what has not begun", async () => {
    const runs: number[] = [];
    const work = createLatestOnly<number>(async (_key, value) => void runs.push(value));
    work.add("a", 1);
    work.add("a", 2);
    work.cancel("a");
    await work.done("a");
    expect(runs).toEqual([1]);
  });

  it("goes on after a run that failed", async () => {
    const runs: number[] = [];
    const work = createLatestOnly<number>(async (_key, value) => {
      runs.push(value);
      if (value === 1) throw new Error("no");
    });
    work.add("a", 1);
    await expect(work.done("a")).rejects.toThrow("no");
    work.add("a", 2);
    await work.done("a");
    expect(runs).toEqual([1, 2]);
  });
});
