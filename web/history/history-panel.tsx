import { useDeferredValue, useEffect, useState } from "react";
import { Link } from "wouter";
import { formatCount } from "../format.ts";
import { ShownText } from "../shown-text.tsx";
import { AllConversations } from "./all-conversations.tsx";
import { ConversationList, type ListProps } from "./conversation-list.tsx";
import type { History, HistoryState } from "./history.ts";
import type { Notice } from "./notice.ts";

/** The conversations that a query finds; undefined while nothing is searched. */
function useFound(query: string, history: History, { summaries }: HistoryState) {
  const [found, setFound] = useState<ReadonlySet<string>>();
  const searched = useDeferredValue(query.trim());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that changed is searched again
  useEffect(() => {
    let isCurrent = true;
    const search = async () => {
      const ids = searched === "" ? undefined : await history.search(searched);
      if (isCurrent) setFound(ids);
    };
    void search();
    return () => {
      isCurrent = false;
    };
  }, [searched, history, summaries]);
  return found;
}

/** What was done last, and the way to take it back. */
function NoticeLine({ notice }: { notice: Notice | undefined }) {
  return (
    <div className={notice && "notice"} role="status">
      {notice && (
        <p className={notice.isProblem ? "failed" : undefined}>
          <ShownText text={notice.text} />
        </p>
      )}
      {notice?.undo && (
        // biome-ignore lint/a11y/noAutofocus: the button that was pressed is gone with its conversation
        <button type="button" autoFocus onClick={notice.undo}>
          Undo
        </button>
      )}
    </div>
  );
}

/** Said where the browser keeps nothing; the chat goes on all the same. */
export function NotKept({ state: { notKept } }: { state: HistoryState }) {
  return <div role="status">{notKept && <p className="not-kept">History is not kept: {notKept}.</p>}</div>;
}

function Unread({ state: { brokenCount } }: { state: HistoryState }) {
  return (
    <div role="status">
      {brokenCount > 0 && (
        <p className="note">
          {formatCount(brokenCount, "conversation")} cannot be read by this page and{" "}
          {brokenCount === 1 ? "is" : "are"} left out.
        </p>
      )}
    </div>
  );
}

export type PanelProps = Omit<ListProps, "found" | "onMore"> & {
  history: History;
  notice: Notice | undefined;
  /** Whether it stands beside the chat; in the drawer, the page has said already what it has to say. */
  isWide: boolean;
  onNew: () => void;
};

/** The conversations of this device: a new one, those before, and the search for words in them. */
export function HistoryPanel({ history, notice, isWide, onNew, ...props }: PanelProps) {
  const { state, actions } = props;
  const [query, setQuery] = useState("");
  const found = useFound(query, history, state);
  const [came, setCame] = useState<string>();
  return (
    <div className="history-panel">
      <Link href="/" className="new-conversation" onClick={onNew}>
        New conversation
      </Link>
      <input
        type="search"
        aria-label="Search conversations"
        placeholder="Search conversations"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setCame(undefined);
        }}
      />
      {isWide && <NotKept state={state} />}
      <Unread state={state} />
      <p className="visually-hidden" role="status">
        {came ?? (found && `${formatCount(found.size, "conversation")} found`)}
      </p>
      <NoticeLine notice={notice} />
      {state.isRead && <ConversationList {...props} found={found} onMore={setCame} />}
      <AllConversations count={state.summaries.length} actions={actions} />
    </div>
  );
}
