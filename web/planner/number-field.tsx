import { useId, useState } from "react";

type NumberFieldProps = {
  label: string;
  value: number | undefined;
  least: number;
  isWhole?: boolean;
  onValue: (value: number | undefined) => void;
};

/** A number that may be left out. */
export function NumberField({ label, value, least, isWhole = false, onValue }: NumberFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const pattern = isWhole ? /^\d{1,9}$/ : /^\d{1,9}(?:\.\d{1,6})?$/;
  const isWrong = typed !== undefined && typed !== "" && !(pattern.test(typed) && Number(typed) >= least);
  const type = (text: string) => {
    setTyped(text);
    if (text === "") onValue(undefined);
    else if (pattern.test(text) && Number(text) >= least) onValue(Number(text));
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode={isWhole ? "numeric" : "decimal"}
        min={least}
        step={isWhole ? 1 : "any"}
        value={typed ?? value ?? ""}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(undefined)}
      />
      {isWrong && (
        <p className="wrong" id={`${id}-wrong`}>
          A {isWhole ? "whole number" : "number"} from {least}, please.
        </p>
      )}
    </div>
  );
}
