import { createContext, useContext } from "react";

/** Asks in the chat; `isNew` begins a conversation for it. */
export type Ask = (question: string, options?: { isNew?: boolean }) => void;

/** A question that came from elsewhere than the composer: the address, a card, another view. */
export type Asked = { question: string; isNew: boolean };

/** Gives every view and card the way to the chat. */
export const AskContext = createContext<Ask>(() => undefined);

/** The way to ask in the chat, from wherever one is on the page. */
export function useAsk(): Ask {
  return useContext(AskContext);
}
