import { capital } from "../format.ts";
import { partOf } from "./ledger-parts.ts";
import { groupSegments, type Segment, toSegments, toSize } from "./ledger-segments.ts";
import type { Ledger } from "./memory-fit.ts";

/** The square beside a name that looks as the part does in the bar. */
function Swatch({ part }: { part: string }) {
  return <span className={`swatch part-${part}`} aria-hidden="true" />;
}

type LedgerLegendProps = { ledger: Ledger; segments: readonly Segment[]; onChoose: (key: string) => void };

/** Every part with its size, by whom it belongs to; pressed, it leads to its place in the bar. */
export function LedgerLegend({ ledger, segments, onChoose }: LedgerLegendProps) {
  return (
    <dl className="legend">
      {groupSegments(segments, ledger).map(({ owner, bytes, segments }) => (
        <div key={owner}>
          <dt>
            {capital(owner)} <span>{toSize(bytes)}</span>
          </dt>
          {segments.map(({ key, part, bytes }) => (
            <dd key={key}>
              <button type="button" tabIndex={-1} onClick={() => onChoose(key)}>
                <Swatch part={part} /> {partOf(part).name} <span>{toSize(bytes)}</span>
              </button>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** What the colours of several bars stand for; the sizes differ from bar to bar. */
export function PartLegend({ ledgers }: { ledgers: readonly Ledger[] }) {
  const parts = ledgers.flatMap((ledger) =>
    toSegments(ledger, ledger.bytesAvailable).map(({ part }) => part),
  );
  const inOrder = [...new Set(parts)].sort((a, b) => Number(a === "free") - Number(b === "free"));
  return (
    <ul className="part-legend">
      {inOrder.map((part) => (
        <li key={part}>
          <Swatch part={part} /> {partOf(part).name}
        </li>
      ))}
    </ul>
  );
}
