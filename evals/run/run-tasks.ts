import type { Trial } from "../trial.ts";
import type { Task } from "./task.ts";

type Options = {
  /** Tasks under way at one time. */
  concurrency: number;
  /** Makes a trial of a task; an error of the trial is a value. */
  run(task: Task): Promise<Trial>;
  /** Hears of each trial as it comes. */
  onTrial(trial: Trial): void;
  /** Takes up no more tasks once it is aborted. */
  stop: AbortSignal;
};

/** Works off tasks in their order, so many at a time. */
export async function runTasks(
  tasks: readonly Task[],
  { concurrency, run, onTrial, stop }: Options,
): Promise<void> {
  const waiting = tasks.values();
  const lane = async () => {
    for (const task of waiting) {
      if (stop.aborted) return;
      const trial = await run(task);
      if (!stop.aborted) onTrial(trial);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
}
