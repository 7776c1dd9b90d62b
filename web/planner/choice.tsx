import { useId } from "react";
import type { Option, OptionGroup } from "./picker.tsx";

type ChoiceProps = {
  label: string;
  value: string;
  options?: readonly Option[];
  groups?: readonly OptionGroup[];
  onPick: (id: string) => void;
};

function Options({ options }: { options: readonly Option[] }) {
  return options.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}

/** One of a few, in the browser's own list. */
export function Choice({ label, value, options = [], groups = [], onPick }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.target.value)}>
        <Options options={options} />
        {groups.map((group) => (
          <optgroup key={group.name} label={group.name}>
            <Options options={group.options} />
          </optgroup>
        ))}
      </select>
    </div>
  );
}
