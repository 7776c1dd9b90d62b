import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

/** Far more than anybody unpairs; beyond them the one that was ended first is forgotten. */
export const MAX_ENDED = 1_000;

const Ids = z.array(z.string().regex(/^[\w-]{22}$/));

function readIds(file: string): string[] {
  try {
    return Ids.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (thrown) {
    // There is none before the first device is unpaired.
    if (!(thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT"))
      console.error(`Cannot read ${file}: a device unpaired before may be let in. Unpair it again.`, thrown);
    return [];
  }
}

/** Written beside and renamed, so that a power cut leaves the old list or the new one. */
function writeIds(file: string, ids: readonly string[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.tmp`, JSON.stringify(ids), { flush: true });
    renameSync(`${file}.tmp`, file);
  } catch (cause) {
    console.error(`Cannot write ${file}: a device unpaired now may be let in after a restart.`, cause);
  }
}

/**
 * The ids of sessions that were ended. In a file they outlive the process, since a lost phone must not come back with the
 * next start of the board; ids are no secret. Where the file cannot be used, that is told and the process remembers.
 */
export function openEndedSessions(file?: string) {
  const ids = new Set(file === undefined ? [] : readIds(file));
  return {
    has: (id: string) => ids.has(id),
    add(id: string): void {
      ids.add(id);
      const [first] = ids;
      if (ids.size > MAX_ENDED && first !== undefined) ids.delete(first);
      if (file !== undefined) writeIds(file, [...ids]);
    },
  };
}

export type EndedSessions = ReturnType<typeof openEndedSessions>;
