import { formatCount } from "../format.ts";
import { ShownText } from "../shown-text.tsx";
import { type CheckedAnswer, type Mark, type MarkedClaim, marks } from "./checked-answer.ts";

type Check = CheckedAnswer["check"];
type Kind = NonNullable<MarkedClaim["kind"]>;

const nouns: readonly (readonly [kind: Kind, noun: string])[] = [
  ["number", "number"],
  ["verdict", "verdict word"],
  ["citation", "citation"],
];
const words: Record<Mark, string> = { verified: "verified", given: "yours", unverified: "unverified" };

function countOf(check: Check, mark: Mark, kind: Kind): number {
  return check[mark].filter((claim) => (claim.kind ?? "number") === kind).length;
}

/** The counts of one kind, each underlined as its marks are; of numbers all three are told, even none. */
function Counts({ check, kind, noun }: { check: Check; kind: Kind; noun: string }) {
  const counts = marks.map((mark) => [mark, countOf(check, mark, kind)] as const);
  const told = counts.filter(([mark, count]) => count > 0 || kind === "number" || mark === "verified");
  const isWithout = counts.every(([, count]) => count === 0);
  const isAllWithout = marks.every((mark) => check[mark].length === 0);
  if (isWithout && (kind !== "number" || isAllWithout)) return null;
  return (
    <span className="counts">
      {told.map(([mark, count], index) => (
        <span key={mark}>
          {index > 0 && ", "}
          <span className={count > 0 ? `sample ${mark}` : undefined}>
            {index === 0 ? formatCount(count, noun) : count} {words[mark]}
          </span>
        </span>
      ))}
    </span>
  );
}

function Struck({ struck = [] }: Pick<Check, "struck">) {
  if (struck.length === 0) return null;
  return (
    <details>
      <summary>What was struck out ({struck.length})</summary>
      <ul className="struck">
        {struck.map(({ text, reason, replacement }) => (
          <li key={text}>
            <del>
              <ShownText text={text} />
            </del>
            <p>{reason}</p>
            {replacement && <p>In its place: {replacement}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** How the claims of an answer stand, what was struck out of it, and which model wrote it. */
export function CheckLine({ answer: { model, check } }: { answer: CheckedAnswer }) {
  const texts = [...new Set(check.unverified.map(({ text }) => text))];
  return (
    <footer className="check">
      <p className="tally">
        {marks.every((mark) => check[mark].length === 0) && <span>No number or verdict in it to check</span>}
        {nouns.map(([kind, noun]) => (
          <Counts key={kind} check={check} kind={kind} noun={noun} />
        ))}
        <span className="model">{model}</span>
      </p>
      {texts.length > 0 && (
        <p className="unverified">
          Not backed by any tool or source:{" "}
          {texts.map((text) => (
            <mark key={text}>
              <ShownText text={text} />
            </mark>
          ))}
        </p>
      )}
      {!!check.recoveredCalls && (
        <p className="note">
          {formatCount(check.recoveredCalls, "tool call")} that the model wrote as text: read, and run.
        </p>
      )}
      <Struck struck={check.struck} />
    </footer>
  );
}
