import { afterEach, describe, expect, it, vi } from "vitest";
import { nextTask } from "../../web/next-task.ts";

describe("nextTask()", () => {
  afterEach(() => void vi.useRealTimers());

  it("comes after the work at hand and its promises, without a timer", async () => {
    vi.useFakeTimers();
    const order: string[] = [];
    const task = nextTask().then(() => order.push("task"));
    let promise = Promise.resolve();
    for (let count = 0; count < 20; count++) promise = promise.then(() => void order.push("promise"));
    order.push("work");
    await task;
    expect(order).toEqual(["work", ...Array(20).fill("promise"), "task"]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
