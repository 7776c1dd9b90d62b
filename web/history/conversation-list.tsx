import { useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { formatCount, formatInteger } from "../format.ts";
import { ConversationItem } from "./conversation-item.tsx";
import { groupByDay, newestFirst } from "./days.ts";
import type { HistoryState } from "./history.ts";
import type { HistoryActions } from "./history-actions.ts";

/** So many conversations of the list are shown at first, and so many more each time that more are asked for. */
const listStep = 100;

type MoreProps = { shownCount: number; count: number; onMore: () => void };

function More({ shownCount, count, onMore }: MoreProps) {
  const older = count - shownCount;
  return (
    <button type="button" onClick={onMore}>
      Show {Math.min(listStep, older)} more of {older} older
    </button>
  );
}

export type ListProps = {
  state: HistoryState;
  /** The conversations that a search has found; undefined while nothing is searched. */
  found: ReadonlySet<string> | undefined;
  currentId: string;
  /** The conversations whose answers still come. */
  busy: ReadonlySet<string>;
  actions: HistoryActions;
  onChoose: () => void;
  /** Hears in words what came when more was asked for. */
  onMore: (came: string) => void;
};

/** The conversations by day, the newest first; those of long ago when they are asked for. */
export function ConversationList({ state, found, currentId, busy, actions, onChoose, onMore }: ListProps) {
  const [openId, setOpenId] = useState<string>();
  const [limit, setLimit] = useState(listStep);
  const days = useRef<HTMLDivElement>(null);
  const { summaries } = state;
  const shown = useMemo(
    () => newestFirst(found ? summaries.filter(({ id }) => found.has(id)) : summaries),
    [summaries, found],
  );
  if (shown.length === 0)
    return <p className="note">{found ? "No conversation has these words." : "No conversations yet."}</p>;
  const showMore = () => {
    const next = Math.min(limit + listStep, shown.length);
    flushSync(() => setLimit(limit + listStep));
    // The button moves down, or is gone: reading goes on with what came in its place.
    days.current?.querySelectorAll("li").item(limit)?.querySelector("a")?.focus();
    const total = formatInteger(shown.length);
    onMore(`${formatCount(next - limit, "more conversation")}, ${formatInteger(next)} of ${total} shown`);
  };
  return (
    <>
      <div ref={days} className="days">
        {groupByDay(shown.slice(0, limit), Date.now()).map(({ name, summaries }) => (
          <section key={name} className="day">
            <h2>{name}</h2>
            <ul>
              {summaries.map((summary) => (
                <ConversationItem
                  key={summary.id}
                  summary={summary}
                  isCurrent={summary.id === currentId}
                  isBusy={busy.has(summary.id)}
                  isOpen={summary.id === openId}
                  onToggle={(isOpen) => setOpenId(isOpen ? summary.id : undefined)}
                  onChoose={onChoose}
                  actions={actions}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {shown.length > limit && <More shownCount={limit} count={shown.length} onMore={showMore} />}
    </>
  );
}
