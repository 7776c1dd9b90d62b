import { Fragment } from "react";
import { CopyButton } from "../copy-button.tsx";
import { splitCode } from "./split-code.ts";

function Code({ text }: { text: string }) {
  return (
    <span className="inline-command">
      <code dir="ltr">{text}</code>
      <CopyButton text={text} label="Copy" of={text} />
    </span>
  );
}

/** A sentence of the records, whose `code` in backticks can be copied. */
export function CodeText({ text }: { text: string }) {
  return splitCode(text).map(({ key, isCode, text }) =>
    isCode ? <Code key={key} text={text} /> : <Fragment key={key}>{text}</Fragment>,
  );
}
