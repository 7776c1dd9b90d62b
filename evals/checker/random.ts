/** A source of chance that gives the same numbers for the same seed. */
export type Chance = {
  /** A whole number from zero to below the given one. */
  below(end: number): number;
  pick<T>(items: readonly T[]): T;
  /** True so often out of one. */
  chance(share: number): boolean;
};

/** Mulberry32 by Tommy Ettinger, public domain: a generator of 32 bits of state. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError("Cannot pick: there is nothing to pick from.");
      return item;
    },
    chance: (share) => next() < share,
  };
}
