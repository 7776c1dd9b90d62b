import type { Reading } from "./reading.ts";

/** What a turn asks, as against the things that it asks it of. */
function askOf(reading: Reading): Partial<Reading> {
  const { board, whatRuns, speed, runs, engine, use, boardNamed, cheapest, fit } = reading;
  const { comparesBoards, wantsSettings, wantsContext, wantsSystem } = reading;
  const { rankBy, ofAll, minimumTokensPerSecond } = reading;
  return {
    ...{ board, whatRuns, speed, runs, engine, use, boardNamed, cheapest, fit },
    ...{ comparesBoards, wantsSettings, wantsContext, wantsSystem },
    ...(rankBy && { rankBy }),
    ...(ofAll && { ofAll }),
    ...(minimumTokensPerSecond !== undefined && { minimumTokensPerSecond }),
  };
}

/** Without what is asked; a size in GB has named its board by now. */
function slotsOf({
  rankBy: _,
  ofAll: ____,
  minimumTokensPerSecond: __,
  memoryGigabytes: ___,
  ...slots
}: Reading) {
  return slots;
}

/** True where a turn names the alternatives itself. */
function weighs({ models, quantizations, runtimes, boards }: Reading): boolean {
  return [models, quantizations, runtimes, boards].some(({ length }) => length > 1);
}

/** Flags that hold once they were said. */
function flagsOf(before: Reading, now: Reading) {
  return {
    headless: before.headless || now.headless,
    battery: before.battery || now.battery,
    passiveCooling: before.passiveCooling || now.passiveCooling,
    isolation: before.isolation || now.isolation,
    eagle: before.eagle || now.eagle,
    detection: before.detection || now.detection,
    cameras: before.cameras || now.cameras,
    compares: weighs(now) ? now.compares : before.compares,
  };
}

const filled = (now: readonly string[], before: readonly string[]) => (now.length > 0 ? now : before);

/** The slots of a conversation with those of a new turn over them; what is asked comes from the turn that asks. */
export function mergeReading(before: Reading, now: Reading, asks: boolean): Reading {
  return {
    ...slotsOf(before),
    ...slotsOf(now),
    ...askOf(asks ? now : before),
    ...flagsOf(before, now),
    boards: filled(now.boards, before.boards),
    quantizations: filled(now.quantizations, before.quantizations),
    runtimes: filled(now.runtimes, before.runtimes),
    models: now.models,
  };
}
