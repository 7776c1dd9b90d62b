/**
 * One order of scorers out of the orders in trials, each of which lists only what was asked of it: a name not seen
 * yet goes before the one that follows it.
 */
export function mergeOrders(lists: readonly (readonly string[])[]): string[] {
  const merged: string[] = [];
  for (const list of lists) {
    let place = merged.length;
    for (const name of list.toReversed()) {
      const known = merged.indexOf(name);
      if (known < 0) merged.splice(place, 0, name);
      else place = known;
    }
  }
  return merged;
}
