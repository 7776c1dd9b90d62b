import type { Catalog, ModelChoice } from "./catalog.ts";
import { Choice } from "./choice.tsx";
import { type Figure, settingChoices, wordsOf } from "./kinds.ts";
import { NumberSlider } from "./number-slider.tsx";
import type { Option } from "./picker.tsx";
import type { Load, Settings } from "./plan.ts";
import { countSettings } from "./settings.ts";

/** Where no model says how long its context may be. */
const usualLongest = 131_072;

type Slider = { label: string; unit: string; least: number; most: number; multiple?: number };

const sliders: Readonly<Record<Figure, Slider>> = {
  contextTokens: { label: "Context, tokens", unit: "tokens", least: 512, most: usualLongest, multiple: 64 },
  concurrency: { label: "Conversations at once", unit: "conversations", least: 1, most: 64 },
  images: { label: "Images in the context", unit: "images", least: 0, most: 32 },
  streams: { label: "Streams", unit: "streams", least: 1, most: 64 },
  framesPerSecond: { label: "Frames a second of each", unit: "frames a second", least: 1, most: 120 },
};

/** Of what runs beside the models there are some, and none of them is a stream. */
const processes = { label: "How many", unit: "processes" };

function limitOf(figure: Figure): number {
  return countSettings.find(([name]) => name === figure)?.[3] ?? 1;
}

/** The choices with the one that is set, which another engine may have, and the usual one by its name. */
function withUsual(
  choices: readonly Option[],
  all: readonly Option[],
  set: string | undefined,
  usual: string | undefined,
): Option[] {
  const nameOf = (id: string | undefined) => all.find((each) => each.id === id)?.name;
  const isMissing = set !== undefined && !choices.some(({ id }) => id === set);
  const name = usual === undefined || set !== undefined ? "As usual" : `${nameOf(usual) ?? usual} (usual)`;
  return [{ id: "", name }, ...choices, ...(isMissing ? [{ id: set, name: nameOf(set) ?? set }] : [])];
}

type LoadFieldsProps = {
  load: Load;
  model: ModelChoice;
  catalog: Catalog;
  /** What the tools take where nothing is set, as far as they have said so. */
  usual: Settings;
  onSet: (settings: Settings, kind?: "step") => void;
};

/** How a workload is run: format, engine and cache by list, what it has to hold by slider. */
export function LoadFields({ load: { settings }, model, catalog, usual, onSet }: LoadFieldsProps) {
  const { kind, maxContext } = model;
  const { runtimes, quantizations, cacheTypes } = settingChoices(catalog, kind, settings.runtime);
  const lists = [
    { name: "quantization", label: "Format", choices: quantizations, all: catalog.quantizations },
    { name: "runtime", label: "Engine", choices: runtimes, all: catalog.runtimes },
    { name: "kvCacheType", label: "KV cache", choices: cacheTypes, all: catalog.cacheTypes },
  ] as const;
  return (
    <>
      <div className="lists">
        {lists.map(
          ({ name, label, choices, all }) =>
            choices.length > 1 && (
              <Choice
                key={name}
                label={label}
                value={settings[name] ?? ""}
                options={withUsual(choices, all, settings[name], usual[name])}
                onPick={(id) => onSet({ ...settings, [name]: id || undefined }, "step")}
              />
            ),
        )}
      </div>
      {wordsOf(kind).figures.map((figure) => {
        const { most, ...slider } = sliders[figure];
        return (
          <NumberSlider
            key={figure}
            {...slider}
            {...(kind === "process" && processes)}
            most={figure === "contextTokens" ? (maxContext ?? most) : most}
            limit={limitOf(figure)}
            value={settings[figure] ?? usual[figure]}
            onValue={(value) => onSet({ ...settings, [figure]: value })}
          />
        );
      })}
    </>
  );
}
