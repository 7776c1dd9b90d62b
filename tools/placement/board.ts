import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { Device, type PowerMode } from "../../knowledge/schema.ts";
import type { Bytes } from "../../knowledge/units.ts";
import { type Reference, type Subject, toSubject } from "./subject.ts";

/** A board in one of its power modes. */
export type Board = Subject<Device> & { mode: PowerMode | null };

/** The board a reference names, in the mode asked for or its highest one. */
export function toBoard(reference: Reference, powerMode: string | undefined, knowledge: Knowledge): Board {
  const subject = toSubject(reference, knowledge.devices, (raw) => Device.safeParse(raw));
  const { powerModes } = subject.record;
  const [highest = null] = powerModes;
  if (powerMode === undefined) {
    const assumptions = highest
      ? [...subject.assumptions, `${subject.name}: power mode ${highest.name}, the highest`]
      : subject.assumptions;
    return { ...subject, assumptions, mode: highest };
  }
  const mode = powerModes.find(({ name }) => isSameMode(name, powerMode));
  if (mode) return { ...subject, mode };
  const candidates = powerModes.map(({ name }) => name);
  throw new AppError(
    "unknown-id",
    `Cannot find the power mode "${powerMode}" of ${subject.name}: ${candidates.length > 0 ? `it has ${candidates.join(", ")}` : "none are on record"}.`,
    { candidates },
  );
}

/** True for the mode in which a board is fastest, and for a board without modes. */
export function isHighestMode({ mode, record }: Board): boolean {
  return mode === null || mode === record.powerModes[0];
}

/** True for two spellings of one nvpmodel name: "MODE_30W" and "30w". */
export function isSameMode(a: string, b: string): boolean {
  return a === b || comparable(a) === comparable(b);
}

/** nvpmodel names without case and without the "MODE_" some boards put in front. */
function comparable(name: string): string {
  return name
    .toLowerCase()
    .replace(/^mode_/, "")
    .replace(/[\s_-]/g, "");
}

/** What the kernel reports as MemTotal in bytes, or the size on the box where nobody published it. */
export function memoryAvailable({ record }: Board): Bytes | undefined {
  return record.memTotal ?? record.memory;
}

/** True where the memory figure is an estimate. */
export function isMemoryEstimated({ record, provenance, id }: Board): boolean {
  return id !== null && (record.memTotal === undefined || provenance.memTotal?.confidence === "low");
}

/** Compute capability of Orin; older boards get no new software and are not advised. */
const currentGeneration = 8.7;

/** True for a Jetson module that new software is made for, and not for another face of the same module. */
export function isCurrentModule({ kind, sameModuleAs, gpu }: Device): boolean {
  return kind === "jetson" && !sameModuleAs && (gpu.computeCapability ?? 0) >= currentGeneration;
}

/** True for a current module that somebody names a price for; those announced have none. */
export function isOnSale(device: Device): boolean {
  return isCurrentModule(device) && device.prices.length > 0;
}
