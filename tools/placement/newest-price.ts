import type { Device } from "../../knowledge/schema.ts";

/** The newest price on record; of one day a kit before a board before a module, since a module needs a carrier. */
export function newestPrice({ prices }: Pick<Device, "prices">): Device["prices"][number] | undefined {
  const rank = { kit: 0, board: 1, module: 2 };
  const [newest] = [...prices].sort((a, b) =>
    a.date === b.date ? rank[a.kind] - rank[b.kind] : a.date < b.date ? 1 : -1,
  );
  return newest;
}
