import { useId, useState } from "react";
import { createStops, nearestStop } from "./stops.ts";

type NumberSliderProps = {
  label: string;
  unit: string;
  /** Undefined until a tool has said what it takes when nothing is stated. */
  value: number | undefined;
  least: number;
  /** The end of the slider; the field takes more. */
  most: number;
  /** The most that a tool takes at all. */
  limit: number;
  multiple?: number;
  onValue: (value: number) => void;
};

/** A number by slider, whose steps are ratios, or exactly by field. */
export function NumberSlider({
  label,
  unit,
  value,
  least,
  most,
  limit,
  multiple = 1,
  onValue,
}: NumberSliderProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const stops = createStops(Math.min(least, most), most, multiple);
  const isWrong = (text: string) =>
    !/^\d+$/.test(text) || Number(text) > limit || Number(text) < Math.min(least, 1);
  const type = (text: string) => {
    setTyped(text);
    if (!isWrong(text)) onValue(Number(text));
  };
  const wrong = typed !== undefined && isWrong(typed);
  return (
    <div className="field slider">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={Math.min(least, 1)}
        max={limit}
        value={typed ?? value ?? ""}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(undefined)}
      />
      <input
        type="range"
        aria-label={`${label}, slider`}
        aria-valuetext={value === undefined ? undefined : `${value} ${unit}`}
        min={0}
        max={stops.length - 1}
        value={value === undefined ? 0 : nearestStop(stops, value)}
        disabled={stops.length < 2}
        onChange={(event) => onValue(stops[Number(event.target.value)] ?? least)}
      />
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          A whole number from {Math.min(least, 1)} to {limit}, please.
        </p>
      )}
    </div>
  );
}
