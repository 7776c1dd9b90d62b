import type { CheckState } from "../../server/doctor/check.ts";
import { CopyButton } from "../copy-button.tsx";
import type { ShownCheck } from "./check-groups.ts";

const marks: Readonly<Record<CheckState, { sign: string; word: string }>> = {
  ok: { sign: "✓", word: "OK" },
  warning: { sign: "!", word: "Warning" },
  problem: { sign: "✕", word: "Problem" },
  information: { sign: "i", word: "Information" },
};

/** How a check stands, by sign and word, so that nobody has to tell colours apart. */
export function StateBadge({ state }: { state: CheckState }) {
  const { sign, word } = marks[state];
  return (
    <span className={`state ${state}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}

/** A command for the terminal of the board, to be taken along. */
function Mend({ text }: { text: string }) {
  return (
    <div className="mend">
      <pre>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} label="Copy" />
    </div>
  );
}

type CheckItemProps = {
  check: ShownCheck;
  /** What stands above it already. */
  under: string;
};

/** One thing that was looked at: how it stands, what was found, and the command that mends it. */
export function CheckItem({ check: { state, title, message, fix }, under }: CheckItemProps) {
  const isNamed = title !== under;
  return (
    <li className="check-item">
      {(isNamed || state !== "information") && (
        <h3>
          {isNamed && title} <StateBadge state={state} />
        </h3>
      )}
      <p>{message}</p>
      {fix !== undefined && <Mend text={fix} />}
    </li>
  );
}
