import type { Catalog } from "./catalog.ts";
import { type Load, moveTo, type Plan } from "./plan.ts";
import type { Read } from "./plan-address.ts";

type Named = { id: string; name: string };

/** Where no board is named: the one that most questions are about. */
const usualBoard = "orin-nx-16gb";
const usualModel = "qwen3-8b";

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** A record by its id or its name, written in whatever way. */
function find<Record extends Named>(records: readonly Record[], name: string): Record | undefined {
  const wanted = plain(name);
  return (
    records.find(({ id }) => id === name) ??
    records.find((record) => plain(record.id) === wanted || plain(record.name) === wanted)
  );
}

/** The power mode that a text names: "30w" is MODE_30W. */
function findMode(modes: readonly { name: string }[], text: string): string | undefined {
  const bare = (name: string) => plain(name).replace(/^mode/, "");
  return modes.find(({ name }) => bare(name) === bare(text))?.name;
}

function knownLoads({ loads }: Plan, catalog: Catalog, notes: string[]): Load[] {
  return loads.flatMap(({ model, settings, ...rest }) => {
    const record = find(catalog.models, model);
    if (!record) {
      notes.push(`No model is known as “${model}”: it was left out.`);
      return [];
    }
    const known = { ...settings };
    const records = {
      quantization: catalog.quantizations,
      runtime: catalog.runtimes,
      kvCacheType: catalog.cacheTypes,
    };
    for (const name of ["quantization", "runtime", "kvCacheType"] as const) {
      const text = settings[name];
      if (text === undefined) continue;
      const found = find(records[name], text)?.id;
      if (found) known[name] = found;
      else {
        delete known[name];
        notes.push(`“${text}” of ${record.name} is not known and was left out.`);
      }
    }
    return [{ ...rest, model: record.id, settings: known }];
  });
}

/** The plan with its names looked up, and with a board in any case; what is not known is left out and told. */
export function knownPlan({ plan, notes: read }: Read, catalog: Catalog): Read {
  const notes = [...read];
  const stated = find(catalog.devices, plan.board);
  const board = stated ?? find(catalog.devices, usualBoard) ?? catalog.devices[0];
  if (!stated && plan.board !== "")
    notes.push(`No board is known as “${plan.board}”: ${board?.name ?? "none"} is shown in its place.`);
  const mode = plan.powerMode && board && findMode(board.powerModes, plan.powerMode);
  if (plan.powerMode && !mode)
    notes.push(`${board?.name ?? "The board"} has no power mode “${plan.powerMode}”: its highest is taken.`);
  const { powerMode, ...rest } = plan;
  const loads = knownLoads(plan, catalog, notes);
  return {
    plan: { ...rest, board: board?.id ?? plan.board, ...(mode && { powerMode: mode }), loads },
    notes,
  };
}

/** What the planner shows to whoever comes without a plan. */
export function firstPlan(catalog: Catalog): Plan {
  const { plan } = knownPlan(
    { plan: { board: "", os: "desktop", loads: [{ key: 1, model: usualModel, settings: {} }] }, notes: [] },
    catalog,
  );
  return plan;
}

/** The plan on another board of the catalogue. */
export function onBoard(plan: Plan, board: string, { devices }: Catalog): Plan {
  const modes = devices.find(({ id }) => id === board)?.powerModes ?? [];
  return moveTo(
    plan,
    board,
    modes.map(({ name }) => name),
  );
}
