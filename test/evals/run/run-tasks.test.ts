import { describe, expect, it } from "vitest";
import { runTasks } from "../../../evals/run/run-tasks.ts";
import { type Task, tasksOf } from "../../../evals/run/task.ts";
import { errorTrial } from "../../fixtures/eval-run.ts";

const tasks = tasksOf(
  ["a", "b", "c", "d", "e"].map((id) => ({ id })),
  1,
);
const never = new AbortController().signal;
const toTrial = ({ case: id, trial }: Task) => errorTrial(id, "timeout", trial);

describe("runTasks()", () => {
  it("makes each task once, in order, and never more at one time than allowed", async () => {
    const begun: string[] = [];
    const done: string[] = [];
    let open = 0;
    let most = 0;
    await runTasks(tasks, {
      concurrency: 2,
      async run(task) {
        begun.push(task.case);
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setImmediate(resolve));
        open -= 1;
        return toTrial(task);
      },
      onTrial: (trial) => done.push(trial.case),
      stop: never,
    });
    expect(begun).toEqual(["a", "b", "c", "d", "e"]);
    expect(done.sort()).toEqual(begun);
    expect(most).toBe(2);
  });

  it("takes up nothing more once it is stopped, and drops what was under way", async () => {
    const stop = new AbortController();
    const done: string[] = [];
    await runTasks(tasks, {
      concurrency: 1,
      async run(task) {
        if (task.case === "b") stop.abort();
        return toTrial(task);
      },
      onTrial: (trial) => done.push(trial.case),
      stop: stop.signal,
    });
    expect(done).toEqual(["a"]);
  });
});
