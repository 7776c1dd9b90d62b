import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";

export type Option = { id: string; name: string };
export type OptionGroup = { name: string; options: readonly Option[] };

type PickerProps = {
  label: string;
  value: Option;
  groups: readonly OptionGroup[];
  onPick: (id: string) => void;
};

/** The options whose name or id has every word that was typed; those that have them in a row come first. */
export function matchingGroups(groups: readonly OptionGroup[], typed: string): OptionGroup[] {
  const text = typed.trim().toLowerCase();
  const words = text.split(/\s+/);
  const namesOf = ({ id, name }: Option) => `${name} ${id}`.toLowerCase();
  const isApart = (option: Option) => Number(!namesOf(option).includes(text));
  return groups
    .map((group) => ({
      ...group,
      options: group.options
        .filter((option) => words.every((word) => namesOf(option).includes(word)))
        .toSorted((a, b) => isApart(a) - isApart(b)),
    }))
    .filter(({ options }) => options.length > 0);
}

/** What is typed, which option is marked, and what each key does to that; typed is undefined while the list is shut. */
function useList(value: Option, groups: readonly OptionGroup[], onPick: (id: string) => void) {
  const [typed, setTyped] = useState<string>();
  const [marked, setMarked] = useState(0);
  const shown = typed === undefined ? [] : matchingGroups(groups, typed === value.name ? "" : typed);
  const options = shown.flatMap((group) => group.options);
  const open = (text: string) => {
    setTyped(text);
    const at =
      text === value.name
        ? groups.flatMap((group) => group.options).findIndex(({ id }) => id === value.id)
        : 0;
    setMarked(Math.max(0, at));
  };
  const shut = () => setTyped(undefined);
  const pick = (id: string) => {
    shut();
    if (id !== value.id) onPick(id);
  };
  const step = (by: number) => {
    if (typed === undefined) open(value.name);
    else setMarked((marked + by + options.length) % Math.max(1, options.length));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = options[marked];
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter" && option) pick(option.id);
    else if (event.key === "Escape" && typed !== undefined) shut();
    else return;
    event.preventDefault();
  };
  return { typed, shown, option: options[marked], open, shut, pick, onKeyDown };
}

/** A field that finds one of many by a part of its name, with the keys of a combobox. */
export function Picker({ label, value, groups, onPick }: PickerProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { typed, shown, option, open, shut, pick, onKeyDown } = useList(value, groups, onPick);
  const isOpen = typed !== undefined;
  const markedId = option && `${id}-${option.id}`;
  useEffect(() => {
    const marked = markedId && document.getElementById(markedId);
    if (marked && list.current) list.current.scrollTop = marked.offsetTop - list.current.clientHeight / 2;
  }, [markedId]);
  return (
    <div className="picker">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={markedId}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? value.name}
        onFocus={(event) => event.target.select()}
        onClick={() => isOpen || open(value.name)}
        onChange={(event) => open(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={shut}
      />
      {isOpen && shown.length === 0 && (
        <p className="picker-none">None is called so. Esc keeps {value.name}.</p>
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        ref={list}
        hidden={shown.length === 0}
        onMouseDown={(event) => event.preventDefault()}
      >
        {shown.map(({ name, options }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
          <div role="group" aria-label={name} key={name}>
            <p aria-hidden="true">{name}</p>
            {options.map((each) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
              <div
                role="option"
                key={each.id}
                id={`${id}-${each.id}`}
                aria-selected={each.id === option?.id}
                onClick={() => pick(each.id)}
              >
                {each.name}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
