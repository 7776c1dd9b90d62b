import { arch, cpus, type } from "node:os";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { identifyBoard } from "../../server/machine/identify-board.ts";
import { readMachine } from "../../server/machine/read-machine.ts";

function processor(): string {
  const [first] = cpus();
  return [`${type()} ${arch()}`, first?.model.trim(), `${cpus().length} cores`].filter(Boolean).join(", ");
}

/** What a run was made on, as its report names it: the board where it is one, else the processor. */
export function machineName({ devices }: Knowledge, root = "/"): string {
  const machine = readMachine(root);
  const board = identifyBoard(machine, devices);
  if (board.kind === "known") return board.device.value.name;
  return board.kind === "unknown-jetson" ? (machine.model ?? "a Jetson that is not on record") : processor();
}
