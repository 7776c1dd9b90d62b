import { nextTask } from "../next-task.ts";

/** Milliseconds of work between two turns of the page: with what else it does, it keeps up with the screen. */
const workMs = 8;

/**
 * Lets long work stand back whenever it has taken its share of a frame: await it between two pieces. It goes on at the
 * same pace while another tab is read.
 */
export function createBreather(): () => Promise<void> | undefined {
  let since = performance.now();
  const breathe = async () => {
    await nextTask();
    since = performance.now();
  };
  return () => (performance.now() - since < workMs ? undefined : breathe());
}
