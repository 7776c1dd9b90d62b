import type { Device } from "../../knowledge/schema.ts";

type Price = Device["prices"][number];

const rank = { kit: 0, board: 1, module: 2 } as const;

function isNewer(a: Price, b: Price): boolean {
  return a.date === b.date ? rank[a.kind] < rank[b.kind] : a.date > b.date;
}

/** The newest price on record; of one day a kit before a board before a module, since a module needs a carrier. */
export function newestPrice({ prices }: Pick<Device, "prices">): Price | undefined {
  let newest: Price | undefined;
  for (const price of prices) if (!newest || isNewer(price, newest)) newest = price;
  return newest;
}
