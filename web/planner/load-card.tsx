import { isStreamCapacity } from "../tool-views/stream-capacity-view.tsx";
import { isThroughput } from "../tool-views/throughput.ts";
import type { Catalog, ModelChoice } from "./catalog.ts";
import { isLanguage, modelGroups, wordsOf } from "./kinds.ts";
import { LoadFields } from "./load-fields.tsx";
import { otherSettings } from "./other-settings.ts";
import { Picker } from "./picker.tsx";
import {
  changeLoad,
  duplicateLoad,
  type Load,
  mostLoads,
  type Plan,
  removeLoad,
  type Settings,
} from "./plan.ts";
import { SpeedLine } from "./speed-line.tsx";
import { StreamLine } from "./stream-line.tsx";
import { toStreamInput, toThroughputInput } from "./tool-inputs.ts";
import type { ChangePlan } from "./use-plan.ts";
import { useTool } from "./use-tool.ts";

type LoadCardProps = {
  load: Load;
  plan: Plan;
  catalog: Catalog;
  /** What the tools take where nothing is set. */
  usual: Settings;
  /** Whether the board holds the plan. */
  holds: boolean;
  onChange: ChangePlan;
  onRemoved: () => void;
};

function Actions({
  load,
  plan,
  name,
  onChange,
  onRemoved,
}: Pick<LoadCardProps, "load" | "plan" | "onChange" | "onRemoved"> & { name: string }) {
  return (
    <p className="load-actions">
      <button
        type="button"
        aria-label={`Duplicate ${name}`}
        disabled={plan.loads.length >= mostLoads}
        onClick={() => onChange((before) => duplicateLoad(before, load.key), "step")}
      >
        Duplicate
      </button>
      <button
        type="button"
        aria-label={`Remove ${name}`}
        onClick={() => {
          onChange((before) => removeLoad(before, load.key), "step");
          onRemoved();
        }}
      >
        Remove
      </button>
    </p>
  );
}

/** What a change of the model leaves: of another kind nothing is kept that it does not have. */
function settingsFor(model: ModelChoice | undefined, before: ModelChoice, { settings }: Load): Settings {
  return model?.kind === before.kind ? settings : {};
}

/** One workload: what it is, how it is run, and how fast it is beside the others. */
export function LoadCard({ load, plan, catalog, usual, holds, onChange, onRemoved }: LoadCardProps) {
  const model = catalog.models.find(({ id }) => id === load.model);
  const kind = model?.kind ?? "llm";
  const speed = useTool(
    "estimate-throughput",
    isLanguage(kind) ? toThroughputInput(plan, load) : undefined,
    isThroughput,
  );
  const cameras = useTool(
    "stream-capacity",
    kind === "detector" ? toStreamInput(plan, load) : undefined,
    isStreamCapacity,
  );
  if (!model) return null;
  const set = (settings: Settings, step?: "step") =>
    onChange((before) => changeLoad(before, load.key, { settings }), step);
  const pick = (id: string) => {
    const settings = settingsFor(
      catalog.models.find((each) => each.id === id),
      model,
      load,
    );
    onChange((before) => changeLoad(before, load.key, { model: id, settings }), "step");
  };
  return (
    <fieldset className="load">
      <legend>
        <h3>{model.name}</h3>
      </legend>
      <Picker label={wordsOf(kind).one} value={model} groups={modelGroups(catalog, kind)} onPick={pick} />
      <LoadFields
        load={load}
        model={model}
        catalog={catalog}
        usual={{ ...usual, framesPerSecond: cameras.output?.framesPerSecond }}
        onSet={set}
      />
      {otherSettings(load.settings).map(({ words, without }) => (
        <p className="set" key={words}>
          {words}
          <button type="button" aria-label={`${words}: as usual`} onClick={() => set(without, "step")}>
            As usual
          </button>
        </p>
      ))}
      {isLanguage(kind) && <SpeedLine live={speed} holds={holds} />}
      {kind === "detector" && <StreamLine live={cameras} />}
      <Actions load={load} plan={plan} name={model.name} onChange={onChange} onRemoved={onRemoved} />
    </fieldset>
  );
}
