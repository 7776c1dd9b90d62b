import type { BoardChoice, Catalog } from "./catalog.ts";
import { Choice } from "./choice.tsx";
import { onBoard } from "./known-plan.ts";
import type { Plan } from "./plan.ts";
import type { ChangePlan } from "./use-plan.ts";

const groupNames: readonly (readonly [BoardChoice["group"], string])[] = [
  ["current", "Jetson modules"],
  ["variant", "The same as kits or with raised clocks"],
  ["earlier", "Earlier Jetson modules"],
  ["other", "Other boards"],
];

function boardGroups({ devices }: Catalog) {
  return groupNames.map(([group, name]) => ({
    name,
    options: devices.filter((device) => device.group === group),
  }));
}

function modeName({ name, watts, shipped }: BoardChoice["powerModes"][number]): string {
  const notes = [...(watts === null ? [] : [`${watts} W`]), ...(shipped ? ["as shipped"] : [])];
  return notes.length > 0 ? `${name} (${notes.join(", ")})` : name;
}

type BoardFieldsProps = { plan: Plan; catalog: Catalog; onChange: ChangePlan };

/** Which board, in which power mode, with a desktop or without. */
export function BoardFields({ plan, catalog, onChange }: BoardFieldsProps) {
  const { board, powerMode, os, release } = plan;
  const modes = catalog.devices.find(({ id }) => id === board)?.powerModes ?? [];
  const [highest] = modes;
  return (
    <fieldset className="board-fields">
      <legend>Board and system</legend>
      <Choice
        label="Board"
        value={board}
        groups={boardGroups(catalog)}
        onPick={(id) => onChange((before) => onBoard(before, id, catalog), "step")}
      />
      {highest && (
        <Choice
          label="Power mode"
          value={powerMode ?? highest.name}
          options={modes.map((mode) => ({ id: mode.name, name: modeName(mode) }))}
          onPick={(name) => onChange((before) => ({ ...before, powerMode: name }), "step")}
        />
      )}
      <Choice
        label="System"
        value={os}
        options={[
          { id: "desktop", name: "With desktop" },
          { id: "headless", name: "Headless" },
        ]}
        onPick={(id) =>
          onChange((before) => ({ ...before, os: id === "headless" ? "headless" : "desktop" }), "step")
        }
      />
      {release && (
        <p className="set">
          Jetson Linux {release}
          <button type="button" onClick={() => onChange(({ release, ...rest }) => rest, "step")}>
            As usual
          </button>
        </p>
      )}
    </fieldset>
  );
}
