import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import { Link, useLocation } from "wouter";
import { Dialog, showDialog } from "../chat/dialog.tsx";
import { addressOf } from "./current-conversation.ts";
import type { History } from "./history.ts";
import { createHistoryActions } from "./history-actions.ts";
import { HistoryPanel, NotKept } from "./history-panel.tsx";
import type { LiveChats } from "./live-chats.ts";
import type { Notice } from "./notice.ts";

/** Where there is room for the list beside the chat; the style sheet has the same width. */
const wide = "(width >= 64rem)";

function useIsWide(): boolean {
  const [query] = useState(() => window.matchMedia(wide));
  const subscribe = useMemo(
    () => (onChange: () => void) => {
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => query.matches);
}

type HistoryViewProps = { currentId: string; history: History; chats: LiveChats };

/** What may be done with the list. Whoever deletes the conversation that is shown comes to a new one. */
function useActions({ currentId, history, chats }: HistoryViewProps) {
  const [notice, setNotice] = useState<Notice>();
  const [, navigate] = useLocation();
  const actions = useMemo(
    () =>
      createHistoryActions({
        history,
        chats,
        tell: setNotice,
        isShown: (id) => id === currentId,
        show: (id) => navigate(id === undefined ? "/" : addressOf(id)),
      }),
    [history, chats, currentId, navigate],
  );
  return { actions, notice, clear: () => setNotice(undefined) };
}

function focusComposer(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(".composer textarea")?.focus());
}

/** The list of conversations: beside the chat where there is room, else behind a button. */
export function HistoryView(props: HistoryViewProps) {
  const { currentId, history, chats } = props;
  const state = useSyncExternalStore(history.subscribe, history.state);
  const busy = useSyncExternalStore(chats.subscribe, chats.busy);
  const { actions, notice, clear } = useActions(props);
  const drawer = useRef<HTMLDialogElement>(null);
  const choose = () => {
    drawer.current?.close();
    clear();
  };
  const beginNew = () => {
    choose();
    focusComposer();
  };
  const isWide = useIsWide();
  const panel = (
    <HistoryPanel
      {...{ history, state, currentId, busy, actions, notice, isWide }}
      onChoose={choose}
      onNew={beginNew}
    />
  );
  if (isWide)
    return (
      <aside className="history" aria-label="History">
        {panel}
      </aside>
    );
  return (
    <>
      <aside className="history-bar" aria-label="History">
        <button type="button" aria-haspopup="dialog" onClick={() => showDialog(drawer.current)}>
          History
        </button>
        <Link href="/" className="new-conversation" aria-label="New conversation" onClick={beginNew}>
          New
        </Link>
      </aside>
      <NotKept state={state} />
      <Dialog ref={drawer} label="History" heading="History">
        {panel}
      </Dialog>
    </>
  );
}
