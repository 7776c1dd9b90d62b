import { createHash } from "node:crypto";

/** One case to ask once; trials count from 1. */
export type Task = { case: string; trial: number };

/** Any text that stands for a task, such as the key of a map. */
export function taskKey({ case: id, trial }: Task): string {
  return `${id} ${trial}`;
}

/** Every case, as often as it is asked. */
export function tasksOf(cases: readonly { id: string }[], trials: number): Task[] {
  return cases.flatMap(({ id }) =>
    Array.from({ length: trials }, (_, index) => ({ case: id, trial: index + 1 })),
  );
}

/** Of a long id this much is kept, so that the name is one that every file system takes. */
const longestStem = 100;

/** A name for files and addresses: readable, and by its hash no other task's. */
export function taskSlug({ case: id, trial }: Task): string {
  const hash = createHash("sha256").update(id).digest("hex").slice(0, 8);
  return `${id.replace(/[^a-z0-9]+/gi, "-").slice(0, longestStem)}-${hash}.${trial}`;
}
