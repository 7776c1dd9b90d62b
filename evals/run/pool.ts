import { join } from "node:path";
import { Tinypool } from "tinypool";
import { Trial } from "../trial.ts";
import type { Task } from "./task.ts";
import { type TrialProblem, toTrialProblem } from "./trial-error.ts";
import type { WorkerSetUp } from "./worker-set-up.ts";

/** Threads that make trials, one at a time each, so that one that hangs can be ended without harm to another's. */
export type Pool = {
  /** The trial of a task, or what became of the thread that made it. */
  run(task: Task): Promise<Trial | TrialProblem>;
  close(): Promise<void>;
};

/** A trial ends by itself when its time is up; after as long again as this its thread is taken for hung. */
const graceMs = 10_000;

type Options = { size: number; graceMs?: number; filename?: string };

function threadEnvironment(indexFolder: string): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(own), NODE_COMPILE_CACHE: join(indexFolder, "compiled") };
}

/** Starts threads that have opened the same knowledge and cases. */
export function openPool(setUp: WorkerSetUp, { size, ...options }: Options): Pool {
  const patienceMs = setUp.timeoutMs + (options.graceMs ?? graceMs);
  const pool = new Tinypool({
    filename: options.filename ?? join(import.meta.dirname, "worker.ts"),
    name: "makeTrial",
    minThreads: size,
    maxThreads: size,
    // Compiled code is kept between runs, as that of the terminal is: it halves the start of a thread.
    env: threadEnvironment(setUp.indexFolder),
    // A thread that sleeps on atomics hears nothing of its sockets.
    useAtomics: false,
  });
  // A thread that dies while nothing is asked of it is replaced.
  pool.on("error", () => {});
  return {
    async run(task) {
      const signal = AbortSignal.timeout(patienceMs);
      try {
        return Trial.parse(await pool.run({ setUp, task }, { signal }));
      } catch (thrown) {
        return toTrialProblem(signal.aborted ? signal.reason : thrown);
      }
    },
    close: () => pool.destroy(),
  };
}
