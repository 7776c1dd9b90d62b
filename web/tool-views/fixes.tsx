import type { ReactNode } from "react";
import { capital, formatCount } from "../format.ts";
import { AskAbout } from "./ask-about.tsx";
import { Fold } from "./card.tsx";
import { toSize } from "./ledger-segments.ts";
import type { MemoryFit } from "./memory-fit.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

type Fix = MemoryFit["fixes"][number];

/** Fixes shown before the rest is folded away. */
const shown = 3;

/** How much a plan leaves, takes of the safety reserve, or is short by. */
export function marginOf({ verdict, headroomBytes }: Pick<MemoryFit, "verdict" | "headroomBytes">): string {
  if (headroomBytes >= 0) return `${toSize(headroomBytes)} stays free`;
  return verdict === "tight"
    ? `takes ${toSize(-headroomBytes)} of the safety reserve`
    : `short by ${toSize(-headroomBytes)}`;
}

type FixListProps<Each extends Fix> = { fixes: readonly Each[]; action: (fix: Each) => ReactNode };

/** Changes that help, each with what comes of it and what can be done with it. */
export function FixList<Each extends Fix>({ fixes, action }: FixListProps<Each>) {
  return (
    <ul className="fixes">
      {fixes.map((fix) => (
        <li key={fix.change}>
          <p>
            {capital(fix.change)}{" "}
            <span className="then">
              <VerdictBadge verdict={fix.verdict} />
              <span className="visually-hidden">:</span> <span className="note">{marginOf(fix)}</span>
            </span>
          </p>
          {action(fix)}
        </li>
      ))}
    </ul>
  );
}

/** Changes that help, each of which can be asked about. */
export function AskableFixes({ fixes }: { fixes: readonly Fix[] }) {
  return (
    <FixList
      fixes={fixes}
      action={({ change, input }) => (
        <AskAbout input={input}>
          Try this<span className="visually-hidden">: {change}</span>
        </AskAbout>
      )}
    />
  );
}

/** What would make a plan fit, smallest change first; each can be asked about. `about` tells the plan from others beside it. */
export function Fixes({ fixes, about }: { fixes: readonly Fix[]; about?: string }) {
  if (fixes.length === 0) return null;
  const others = fixes.slice(shown);
  return (
    <section>
      <h4>What would help{about && `: ${about}`}, smallest change first</h4>
      <AskableFixes fixes={fixes.slice(0, shown)} />
      {others.length > 0 && (
        <Fold summary={formatCount(others.length, "further change")}>
          <AskableFixes fixes={others} />
        </Fold>
      )}
    </section>
  );
}
