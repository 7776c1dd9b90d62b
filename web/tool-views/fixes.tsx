import { capital, formatCount } from "../format.ts";
import { AskAbout } from "./ask-about.tsx";
import { Fold } from "./card.tsx";
import { toSize } from "./ledger-segments.ts";
import type { MemoryFit } from "./memory-fit.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

type Fix = MemoryFit["fixes"][number];

/** Fixes shown before the rest is folded away. */
const shown = 3;

/** How much a plan leaves, or is short by. */
export function marginOf(headroomBytes: number): string {
  return headroomBytes < 0 ? `short by ${toSize(-headroomBytes)}` : `${toSize(headroomBytes)} stays free`;
}

/** Changes that help, each with what comes of it and a button that asks about it. */
export function FixList({ fixes }: { fixes: readonly Fix[] }) {
  return (
    <ul className="fixes">
      {fixes.map(({ change, input, verdict, headroomBytes }) => (
        <li key={change}>
          <p>
            {capital(change)}{" "}
            <span className="then">
              <VerdictBadge verdict={verdict} /> <span className="note">{marginOf(headroomBytes)}</span>
            </span>
          </p>
          <AskAbout input={input}>
            Try this<span className="visually-hidden">: {change}</span>
          </AskAbout>
        </li>
      ))}
    </ul>
  );
}

/** What would make a plan fit, smallest change first; each can be asked about. `about` tells the plan from others beside it. */
export function Fixes({ fixes, about }: { fixes: readonly Fix[]; about?: string }) {
  if (fixes.length === 0) return null;
  const others = fixes.slice(shown);
  return (
    <section>
      <h4>What would help{about && `: ${about}`}, smallest change first</h4>
      <FixList fixes={fixes.slice(0, shown)} />
      {others.length > 0 && (
        <Fold summary={formatCount(others.length, "further change")}>
          <FixList fixes={others} />
        </Fold>
      )}
    </section>
  );
}
