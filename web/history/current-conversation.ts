import { useState } from "react";
import { useLocation } from "wouter";
import type { Asked } from "../ask.ts";
import { isChatAt } from "../navigation.tsx";
import { createId } from "./conversation.ts";

/** The conversation that is shown, and the address and question that led to it; a new one is not kept anywhere yet. */
export type Current = { id: string; isNew: boolean; path: string; asked: Asked | undefined };

/** The address of a conversation. */
export function addressOf(id: string): string {
  return `/chats/${id}`;
}

function idAt(path: string): string | undefined {
  return /^\/chats\/([\w-]+)$/.exec(path)?.[1];
}

/**
 * What is shown after the address or the question changed. `/` begins a new conversation, except on coming back from
 * another view: then the one that was open is shown.
 */
export function toCurrent(before: Current | undefined, path: string, asked: Asked | undefined): Current {
  const fresh = { id: createId(), isNew: true, path, asked };
  if (asked?.isNew && asked !== before?.asked) return fresh;
  const id = idAt(path);
  if (before && (path === before.path || !isChatAt(path) || id === before.id))
    return { ...before, path, asked };
  if (id !== undefined) return { id, isNew: false, path, asked };
  return before && !isChatAt(before.path) ? { ...before, path, asked } : fresh;
}

/** The conversation that the address and the last question from elsewhere lead to. */
export function useCurrent(asked: Asked | undefined): Current {
  const [path] = useLocation();
  const [current, setCurrent] = useState(() => toCurrent(undefined, path, asked));
  if (current.path === path && current.asked === asked) return current;
  const next = toCurrent(current, path, asked);
  setCurrent(next);
  return next;
}
