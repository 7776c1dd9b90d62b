import { ExplanationBox } from "./explanation-box.tsx";
import { LedgerLegend } from "./ledger-legend.tsx";
import { partOf } from "./ledger-parts.ts";
import { type Segment, scaleOf, toSegments, toSize } from "./ledger-segments.ts";
import type { Ledger } from "./memory-fit.ts";
import { useExplanation } from "./use-explanation.ts";

const percent = (share: number) => `${100 * share}%`;

/** What a part is and what changes it. */
function Explanation({ id, segment, of }: { id: string; segment: Segment; of: number }) {
  const { what, changes } = partOf(segment.part);
  return (
    <ExplanationBox id={id} at={segment.start + segment.length / 2}>
      <p>
        <strong>{segment.name}</strong>: {toSize(segment.bytes)}
        {of > 0 && `, ${((100 * segment.bytes) / of).toFixed(0)} % of the board`}
      </p>
      <p>{what}</p>
      {changes && <p className="note">What changes it: {changes}</p>}
    </ExplanationBox>
  );
}

/** A name that has this many letters at most stands in a short stretch of the bar, too. */
const shortName = 9;

/** The name of a part in its stretch of the bar, for eyes alone, and only where there is room. */
function PartName({ part }: { part: string }) {
  const { name } = partOf(part);
  return (
    <span className={name.length > shortName ? "part-name long" : "part-name"} aria-hidden="true">
      {name}
    </span>
  );
}

/** Where the board ends, and how far the plan goes beyond. */
function Limit({
  ledger: { bytesAvailable, bytesNeeded },
  scaleBytes,
}: {
  ledger: Ledger;
  scaleBytes: number;
}) {
  const beyond = bytesNeeded - bytesAvailable;
  return (
    <>
      <span className="limit" style={{ inlineSize: percent(bytesAvailable / scaleBytes) }}>
        <span>{toSize(bytesAvailable)}</span>
      </span>
      {beyond > 0 && (
        <span
          className="beyond"
          style={{
            insetInlineStart: percent(bytesAvailable / scaleBytes),
            inlineSize: percent(beyond / scaleBytes),
          }}
        >
          <span>{toSize(beyond)} beyond</span>
        </span>
      )}
    </>
  );
}

type LedgerBarProps = {
  ledger: Ledger;
  /** What the whole width stands for, so that several bars can be compared. Bytes. */
  scaleBytes?: number;
  /** The names and sizes of all parts below the bar; several bars share one legend. */
  hasLegend?: boolean;
};

/** What a plan needs, part after part, in the frame of what the board has. */
export function LedgerBar({ ledger, scaleBytes = scaleOf([ledger]), hasLegend = true }: LedgerBarProps) {
  const segments = toSegments(ledger, scaleBytes);
  const { id, shown, areaProps, partProps, focusPart } = useExplanation(segments.map(({ key }) => key));
  const { bytesAvailable, bytesNeeded, names } = ledger;
  const open = segments.find(({ key }) => key === shown);
  const label = `Memory of ${names.device}: ${toSize(bytesNeeded)} needed by ${names.workloads.join(" + ")}, ${toSize(bytesAvailable)} available`;
  return (
    <div className="ledger">
      <div className="ledger-area" {...areaProps}>
        <div className="ledger-bar" role="toolbar" aria-label={label}>
          <span className="frame" style={{ inlineSize: percent(bytesAvailable / scaleBytes) }} />
          {segments.map(({ key, part, name, bytes, start, length }) => (
            <button
              key={key}
              type="button"
              className={`segment part-${part}`}
              aria-label={`${name}: ${toSize(bytes)}`}
              style={{ insetInlineStart: percent(start), inlineSize: percent(length) }}
              {...partProps(key)}
            >
              <PartName part={part} />
            </button>
          ))}
          <Limit ledger={ledger} scaleBytes={scaleBytes} />
        </div>
        {open && <Explanation id={id} segment={open} of={bytesAvailable} />}
      </div>
      {hasLegend && <LedgerLegend ledger={ledger} segments={segments} onChoose={focusPart} />}
    </div>
  );
}
