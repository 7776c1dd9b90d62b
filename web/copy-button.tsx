import { useEffect, useState } from "react";
import { copyText } from "./clipboard.ts";

const words = { idle: "", copied: "Copied", failed: "Not copied: select the text" } as const;

/** How long the button says what it did. */
const toldForMs = 4_000;

type CopyButtonProps = {
  text: string;
  label: string;
  /** What is copied, for those who do not see what the button stands beside. */
  of?: string;
};

/** Puts a text on the clipboard, and says in its own words whether it did. */
export function CopyButton({ text, label, of }: CopyButtonProps) {
  const [state, setState] = useState<keyof typeof words>("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), toldForMs);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <>
      <button
        type="button"
        className="copy quiet"
        aria-label={state === "idle" && of ? `${label} ${of}` : undefined}
        onClick={async ({ currentTarget }) =>
          setState((await copyText(text, currentTarget)) ? "copied" : "failed")
        }
      >
        {words[state] || label}
      </button>
      <span className="visually-hidden" aria-live="polite">
        {words[state]}
      </span>
    </>
  );
}
