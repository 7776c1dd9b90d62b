import type { Catalog } from "../../knowledge/catalog.ts";
import type { Entry } from "../../knowledge/load.ts";
import type { Device } from "../../knowledge/schema.ts";
import type { Bytes } from "../../knowledge/units.ts";
import type { Machine } from "./machine.ts";

/** What was found to tell the board. */
export type IdentifiedBy = "device tree" | "flash target" | "model name and memory";

/** The board a machine is: its record and what told it; a Jetson nobody has on record; or no Jetson at all. */
export type Identity =
  | { kind: "known"; device: Entry<Device>; by: IdentifiedBy }
  | { kind: "unknown-jetson" }
  | { kind: "other" };

type Devices = Catalog<Device>;

/** A record that gives more memory than the kernel reports, and of those the nearest. */
function byMemory(found: readonly Entry<Device>[], total: Bytes | undefined): Entry<Device> | undefined {
  const sizeOf = ({ value }: Entry<Device>) => value.memory ?? 0;
  const holding = found.filter((entry) => total !== undefined && sizeOf(entry) >= total);
  const bySize = [...holding].sort((a, b) => sizeOf(a) - sizeOf(b));
  return bySize[0] ?? (found.length === 1 ? found[0] : undefined);
}

/** Records with one of these names in their device tree: the first name that any record has decides. */
function withNames(names: readonly string[], devices: Devices): Entry<Device>[] {
  for (const name of names) {
    const found = devices.entries.filter(({ value }) => value.deviceTree?.includes(name));
    if (found.length > 0) return found;
  }
  return [];
}

/** "nvidia,p3768-0000+p3767-0005-super" by the carrier and the module, then by the module alone. */
function treeNames(compatible: readonly string[]): string[] {
  return compatible.flatMap((entry) => {
    const name = entry.replace(/^nvidia,/, "");
    return name.includes("+") ? [name, name.slice(name.indexOf("+") + 1)] : [name];
  });
}

/** "3767-300-0005-R.1-1-1-jetson-orin-nano-devkit-super-" names board 3767 and its SKU 0005. */
function flashNames(specs: readonly string[]): string[] {
  return specs.flatMap((spec) => {
    const [, board, sku] = /^(\d{4})-[^-]*-(\d{4})-/.exec(spec) ?? [];
    return board === undefined || sku === undefined ? [] : [`p${board}-${sku}`];
  });
}

/** Boards flashed with the higher clocks say so somewhere; their module is also looked for by itself. */
function withClocks(names: readonly string[], isSuper: boolean): string[] {
  if (!isSuper) return [...names];
  const plain = names.map((name) => name.replace(/-super$/, ""));
  return [...plain.map((name) => `${name}-super`), ...plain];
}

function byModelName({ model, memory }: Machine, isSuper: boolean, devices: Devices) {
  if (!model) return undefined;
  const name = model.replace(/\s*engineering reference\b/i, "").replace(/\s+super$/i, "");
  const entry = devices.find(name)?.entry;
  const family = devices.findFamily(name.replace(/\s*developer kit$/i, ""));
  const module = entry ?? byMemory(family, memory?.totalBytes);
  const faster = devices.entries.find(
    ({ value }) =>
      value.sameModuleAs === module?.id && value.deviceTree?.some((tree) => tree.endsWith("-super")),
  );
  return (isSuper && faster) || module;
}

function isJetson({ compatible, model, flashedAs, release }: Machine): boolean {
  const isTegra = compatible.some((entry) => /^nvidia,tegra/.test(entry));
  return isTegra || flashedAs.length > 0 || release !== undefined || /jetson/i.test(model ?? "");
}

/**
 * Finds the board by its device tree, else by what it was flashed as, else by model name and memory. Clocks are
 * told apart by "super" in any of them, sizes of one module by the memory that the kernel reports.
 */
export function identifyBoard(machine: Machine, devices: Devices): Identity {
  const { compatible, flashedAs, model, memory } = machine;
  const isSuper = [...compatible, ...flashedAs, model ?? ""].some((text) => /\bsuper\b/i.test(text));
  const ways: [IdentifiedBy, string[]][] = [
    ["device tree", treeNames(compatible)],
    ["flash target", flashNames(flashedAs)],
  ];
  for (const [by, names] of ways) {
    const device = byMemory(withNames(withClocks(names, isSuper), devices), memory?.totalBytes);
    if (device) return { kind: "known", device, by };
  }
  const device = isJetson(machine) ? byModelName(machine, isSuper, devices) : undefined;
  if (device) return { kind: "known", device, by: "model name and memory" };
  return { kind: isJetson(machine) ? "unknown-jetson" : "other" };
}
