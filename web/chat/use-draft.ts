import { useEffect, useRef, useState } from "react";
import { recall, remember } from "../tab-storage.ts";

const nameOf = (conversation: string) => `draft-${conversation}`;

/**
 * What is written and not yet asked in a conversation of this tab; "" is the one that is still to begin, and whose
 * draft goes along when it has begun.
 */
export function useDraft(conversation: string): [string, (draft: string) => void] {
  const [draft, setDraft] = useState(() => recall(nameOf(conversation)));
  const kept = useRef(conversation);
  useEffect(() => {
    if (kept.current !== conversation) remember(nameOf(kept.current), "");
    kept.current = conversation;
    remember(nameOf(conversation), draft);
  }, [conversation, draft]);
  return [draft, setDraft];
}
