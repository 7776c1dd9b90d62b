import type { LookUp } from "../../tools/look-up.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import { unique } from "./block.ts";
import type { Results } from "./results.ts";

function quotedNames(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(" and ");
}

function factOf({ facts }: MemoryFit | LookUp, id: string): string | undefined {
  return facts.find((fact) => fact.id === id)?.display;
}

/** What there is for it on each board: beside the models that were counted, else beside the system alone. */
function roomWords({ fits, lookUps }: Results): string {
  const beside = fits.flatMap((fit) => {
    const left = fit.headroomBytes > 0 ? factOf(fit, "headroom") : undefined;
    return left ? [`On the ${fit.names.device} ${left} stays free for it.`] : [];
  });
  if (beside.length > 0) return unique(beside).join(" ");
  const rooms = lookUps.flatMap((board) => {
    const room = factOf(board, "room-desktop");
    return room && board.name ? [`${room} on the ${board.name}`] : [];
  });
  return rooms.length > 0
    ? `What is known is the room for it: beside a desktop and the reserve ${rooms.join(", ")}.`
    : "";
}

/** What is not on record, and what the rest of the answer covers all the same. */
function coverage(names: readonly string[], { fits, streams }: Results): string {
  const missing = `${quotedNames(names)} ${names.length === 1 ? "is" : "are"} not on record here`;
  const counted = unique(fits.flatMap((fit) => fit.names.workloads));
  const uncounted = `${missing}, so ${names.length === 1 ? "it is" : "they are"} not counted`;
  if (counted.length > 0) return `**${uncounted}: the verdict below is of ${counted.join(" and ")} alone.**`;
  if (streams.length > 0) return `**${uncounted}: what follows covers only what is on record.**`;
  return `**Nothing was sized: ${missing}.**`;
}

/** What is said first of software that no record speaks of: what is not counted, what room there is, how to find out. */
export function softwareLines(names: readonly string[], results: Results): string[] {
  return [
    `${coverage(names, results)} ${roomWords(results)}`.trim(),
    `Give its size in parameters and the format of its weights to have it judged; or run it once on any board and read the peak of RAM in \`tegrastats\`, less that of the idle board. Whether it builds for the board's JetPack and CUDA, its own documentation has to say.`,
  ];
}
