import { SingleBar } from "cli-progress";
import type { Trial } from "../trial.ts";

/** Shows how far a run is. */
export type Progress = { advance(trial: Trial): void; stop(): void };

/** What progress is written to: a terminal, or anything that takes text. */
export type Terminal = NodeJS.WriteStream | Pick<NodeJS.WriteStream, "write">;
type Counts = { done: number; errors: number; failed: number };

function count({ done, errors, failed }: Counts, trial: Trial): Counts {
  const isError = trial.status === "error";
  const hasFailed = !isError && trial.scores.some(({ passed }) => !passed);
  return { done: done + 1, errors: errors + (isError ? 1 : 0), failed: failed + (hasFailed ? 1 : 0) };
}

function openBar(total: number, stream: NodeJS.WritableStream): Progress {
  const format = "{bar} {value}/{total} · {failed} failed · {errors} errors · {eta_formatted} left";
  const bar = new SingleBar({ format, stream, hideCursor: true, barsize: 30, etaBuffer: 30 });
  let counts: Counts = { done: 0, errors: 0, failed: 0 };
  bar.start(total, 0, counts);
  return {
    advance(trial) {
      counts = count(counts, trial);
      bar.update(counts.done, counts);
    },
    stop: () => bar.stop(),
  };
}

/** Lines for a log, at every tenth of the way. */
const tenths = 10;

function openLines(total: number, write: (text: string) => void, now: () => number): Progress {
  const started = now();
  let counts: Counts = { done: 0, errors: 0, failed: 0 };
  return {
    advance(trial) {
      const before = Math.floor((counts.done * tenths) / total);
      counts = count(counts, trial);
      const { done, errors, failed } = counts;
      if (Math.floor((done * tenths) / total) === before) return;
      const secondsLeft = Math.round(((now() - started) / done / 1000) * (total - done));
      write(`${done}/${total} · ${failed} failed · ${errors} errors · ${secondsLeft} s left\n`);
    },
    stop() {},
  };
}

/** A bar on a terminal, lines elsewhere. `now` is a clock in milliseconds. */
export function openProgress(total: number, terminal: Terminal, now: () => number): Progress {
  if ("clearLine" in terminal && terminal.isTTY) return openBar(total, terminal);
  return openLines(total, (text) => terminal.write(text), now);
}
