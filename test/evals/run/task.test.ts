import { describe, expect, it } from "vitest";
import { taskKey, taskSlug, tasksOf } from "../../../evals/run/task.ts";

describe("tasksOf()", () => {
  it("has every case as often as it is asked", () => {
    expect(tasksOf([{ id: "a" }, { id: "b" }], 2).map(taskKey)).toEqual(["a 1", "a 2", "b 1", "b 2"]);
  });
});

describe("taskSlug()", () => {
  it.each(["fit/grid/orin-nx-16gb+qwen3-8b~polite", "../../etc/passwd", "x/64 GB", "a".repeat(400)])(
    "names %s so that files and addresses can have it",
    (id) => {
      const slug = taskSlug({ case: id, trial: 3 });
      expect(slug).toMatch(/^[a-z0-9-]+\.3$/i);
      expect(slug.length).toBeLessThan(130);
    },
  );

  it("tells apart what differs only in signs", () => {
    expect(taskSlug({ case: "a/b", trial: 1 })).not.toBe(taskSlug({ case: "a+b", trial: 1 }));
  });
});
