import { AppError } from "../../knowledge/errors.ts";

/** A part of the cases: the first of four is 1 of 4. */
export type Shard = { index: number; count: number };

/** Reads "1/4". */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new AppError("invalid-input", `Cannot use the shard "${text}": wanted 1/4 for the first of four.`);
}

/**
 * The cases of a shard. They are dealt out one by one in the order of their ids, so that all shards are of one size and
 * each has its share of every theme, on whatever machine it is worked out.
 */
export function shardOf<Each extends { id: string }>(
  cases: readonly Each[],
  { index, count }: Shard,
): Each[] {
  const sorted = [...cases].sort((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.filter((_, place) => place % count === index - 1);
}
