import { CopyButton } from "../copy-button.tsx";

/** A command to be run in a terminal, and the button that copies it. */
export function Command({ text }: { text: string }) {
  return (
    <div className="command">
      <code dir="ltr">{text}</code>
      <CopyButton text={text} label="Copy" of={text} />
    </div>
  );
}
