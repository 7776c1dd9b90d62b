import { useEffect, useRef, useState } from "react";

const keyOf = (conversation: string) => `jetson-advisor-draft-${conversation}`;

function recallDraft(conversation: string): string {
  try {
    return sessionStorage.getItem(keyOf(conversation)) ?? "";
  } catch {
    return "";
  }
}

/** A browser that stores nothing keeps the draft while its conversation is shown. */
function rememberDraft(conversation: string, draft: string): void {
  try {
    if (draft === "") sessionStorage.removeItem(keyOf(conversation));
    else sessionStorage.setItem(keyOf(conversation), draft);
  } catch {
    // It stands in the field.
  }
}

/**
 * What is written and not yet asked in a conversation of this tab; "" is the one that is still to begin, and whose
 * draft goes along when it has begun.
 */
export function useDraft(conversation: string): [string, (draft: string) => void] {
  const [draft, setDraft] = useState(() => recallDraft(conversation));
  const kept = useRef(conversation);
  useEffect(() => {
    if (kept.current !== conversation) rememberDraft(kept.current, "");
    kept.current = conversation;
    rememberDraft(conversation, draft);
  }, [conversation, draft]);
  return [draft, setDraft];
}
