import type { UIMessage } from "ai";
import { type ReactNode, useEffect, useState } from "react";
import { Link } from "wouter";
import { formatCount } from "../format.ts";
import type { Current } from "./current-conversation.ts";
import type { History } from "./history.ts";
import type { LiveChats } from "./live-chats.ts";

type Opened = "loading" | "missing" | { before: UIMessage[]; brokenCount: number };

const empty: Opened = { before: [], brokenCount: 0 };

/**
 * The messages of a conversation from where it is kept. One that is new, or goes on already, needs none; and where it
 * is missing, a question begins it.
 */
function useOpened({ id, isNew }: Current, isAsked: boolean, history: History, chats: LiveChats): Opened {
  const [opened, setOpened] = useState<Opened>(() => (isNew || chats.has(id) ? empty : "loading"));
  if (opened === "missing" && isAsked) setOpened(empty);
  useEffect(() => {
    if (opened !== "loading") return;
    let isCurrent = true;
    const open = async () => {
      const loaded = await history.open(id);
      if (!isCurrent) return;
      setOpened(
        loaded ? { before: loaded.conversation.messages, brokenCount: loaded.brokenCount } : "missing",
      );
    };
    void open();
    return () => {
      isCurrent = false;
    };
  }, [id, opened, history]);
  return opened;
}

function Missing() {
  return (
    <section className="missing">
      <h1>This conversation is not on this device</h1>
      <p>
        Conversations are kept in the browser they were held in. It may have been deleted here, or belong to
        another browser or device.
      </p>
      <p>
        <Link href="/">Begin a new conversation</Link>
      </p>
    </section>
  );
}

type OpenConversationProps = {
  current: Current;
  /** Whether a question waits for it. */
  isAsked: boolean;
  history: History;
  chats: LiveChats;
  children: (before: UIMessage[]) => ReactNode;
};

/** Shows a conversation once its messages are there; clear words when it is not kept here. */
export function OpenConversation({ current, isAsked, history, chats, children }: OpenConversationProps) {
  const opened = useOpened(current, isAsked, history, chats);
  if (opened === "loading") return <p className="note">Loading the conversation …</p>;
  if (opened === "missing") return <Missing />;
  return (
    <>
      {opened.brokenCount > 0 && (
        <p className="note" role="status">
          {formatCount(opened.brokenCount, "message")} of this conversation cannot be read by this page and is
          left out.
        </p>
      )}
      {children(opened.before)}
    </>
  );
}
