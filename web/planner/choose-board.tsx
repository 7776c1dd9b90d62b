import { useState } from "react";
import type { DecisionQuestion } from "../../tools/decision/question.ts";
import { Failure } from "../failure.tsx";
import { isOneOf } from "../guards.ts";
import { DecisionView, isDecision } from "../tool-views/decision-view.tsx";
import { needsOf } from "./board-needs.ts";
import type { Catalog } from "./catalog.ts";
import { Choice } from "./choice.tsx";
import { onBoard } from "./known-plan.ts";
import { NumberField } from "./number-field.tsx";
import type { Option } from "./picker.tsx";
import type { Plan } from "./plan.ts";
import type { ChangePlan } from "./use-plan.ts";
import { useTool } from "./use-tool.ts";

const applications = [
  "single-camera",
  "multi-camera",
  "visual-agent",
  "assistant",
  "humanoid",
  "surgical",
  "battery-sensor",
  "smart-camera",
  "robotics",
  "industrial",
] as const satisfies readonly NonNullable<DecisionQuestion["application"]>[];
const modelKinds = ["llm", "vlm", "vla", "detector"] as const;

const isApplication = isOneOf(applications);
const isModelKind = isOneOf(modelKinds);
const open: Option = { id: "", name: "Does not matter" };

function spoken(id: string): Option {
  const name = id.replaceAll("-", " ");
  return { id, name: name.charAt(0).toUpperCase() + name.slice(1) };
}

const kindNames: readonly Option[] = [
  open,
  { id: "llm", name: "Language model" },
  { id: "vlm", name: "Vision-language model" },
  { id: "vla", name: "Vision-language-action model" },
  { id: "detector", name: "Detector only" },
];

const numbers = [
  ["largestModelBillions", "Largest model, billions of parameters", 0.001, false],
  ["concurrentModels", "Models at the same time", 1, true],
  ["streams", "Camera streams", 0, true],
  ["powerBudgetWatts", "Power budget, W", 1, false],
  ["budgetUsd", "Budget for one board, USD", 0, false],
  ["requestsPerDay", "Requests a day", 0, true],
] as const;

const switches = [
  ["battery", "Runs on a battery"],
  ["passiveCooling", "No fan: sealed or passively cooled"],
  ["realTimeIsolation", "One model must never delay another (hard real time)"],
] as const;

type NeedsProps = { needs: DecisionQuestion; onNeeds: (needs: DecisionQuestion) => void };

function NeedsFields({ needs, onNeeds }: NeedsProps) {
  return (
    <div className="fields">
      <Choice
        label="What it does"
        value={needs.application ?? ""}
        options={[open, ...applications.map(spoken)]}
        onPick={(id) => onNeeds({ ...needs, application: isApplication(id) ? id : undefined })}
      />
      <Choice
        label="Kind of the largest model"
        value={needs.modelKind ?? ""}
        options={kindNames}
        onPick={(id) => onNeeds({ ...needs, modelKind: isModelKind(id) ? id : undefined })}
      />
      {numbers.map(([name, label, least, isWhole]) => (
        <NumberField
          key={name}
          label={label}
          value={needs[name]}
          least={least}
          isWhole={isWhole}
          onValue={(value) => onNeeds({ ...needs, [name]: value })}
        />
      ))}
      {switches.map(([name, label]) => (
        <label className="check-field" key={name}>
          <input
            type="checkbox"
            checked={needs[name] ?? false}
            onChange={(event) => onNeeds({ ...needs, [name]: event.target.checked || undefined })}
          />
          {label}
        </label>
      ))}
    </div>
  );
}

type ChooseBoardProps = { plan: Plan; catalog: Catalog; onChange: ChangePlan };

/** The board that the documents' rules lead to, from what the plan asks for and what is said beside it. */
export function ChooseBoard({ plan, catalog, onChange }: ChooseBoardProps) {
  const [needs, setNeeds] = useState(() => needsOf(plan, catalog));
  const { output, error, isLate, retry } = useTool("decision-tree", needs, isDecision);
  const boards = output ? [output.platform, ...output.alternatives] : [];
  return (
    <>
      <NeedsFields needs={needs} onNeeds={setNeeds} />
      <p>
        <button type="button" onClick={() => setNeeds(needsOf(plan, catalog))}>
          Fill in from the plan
        </button>
      </p>
      {error && <Failure error={error} onRetry={retry} />}
      {output && (
        <div data-late={isLate}>
          <p className="takes">
            {boards.map((id) => (
              <button
                key={id}
                type="button"
                onClick={() => onChange((before) => onBoard(before, id, catalog), "step")}
              >
                Take {catalog.devices.find((device) => device.id === id)?.name ?? id}
              </button>
            ))}
          </p>
          <DecisionView output={output} isAside={false} />
        </div>
      )}
    </>
  );
}
