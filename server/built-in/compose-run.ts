import type { MemoryFit } from "../../tools/memory-fit.ts";
import type { Block } from "./block.ts";

/** Pitfalls shown with a command; the tool's result has all. */
const shownPitfalls = 2;

/** How to run the first plan that fits: its commands, what their names stand for, and how it has failed before. */
export function runBlock(fits: readonly MemoryFit[]): Block {
  const fit = fits.find(({ verdict, commands }) => verdict === "fits" && commands.length > 0);
  if (!fit) return { lines: [] };
  const commands = fit.commands.slice(0, 1).map(({ command, notes }) => {
    const [note] = notes;
    return `- ${fit.names.device}: \`${command}\`${note ? ` (${note})` : ""}`;
  });
  const pitfalls = fit.pitfalls.slice(0, shownPitfalls).map(({ text }) => `- ${text}`);
  return { heading: "To run it", lines: [...commands, ...pitfalls] };
}
