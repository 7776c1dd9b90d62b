import { useChat } from "@ai-sdk/react";
import { type ChatOnDataCallback, isTextUIPart, type UIMessage } from "ai";
import { useCallback, useMemo, useState } from "react";
import { useLiveChat } from "../history/use-live-chat.ts";
import { toWaitingText } from "./waiting.ts";

/** What can be done in a conversation. Each but `stop` ends the answer that is being written, and asks. */
export type Actions = {
  ask: (question: string) => void;
  /** Puts another question in place of one that was asked, and of all that followed. */
  replace: (messageId: string, question: string) => void;
  /** Answers again: the message of that id, else the last question. What followed it is dropped. */
  answerAgain: (messageId?: string) => void;
  stop: () => void;
};

/** Milliseconds between words that come in and are drawn: each time the whole text is read as Markdown. */
const wordsEveryMs = 50;

/** Whether words of an answer have come. What comes before them, such as a card, is drawn at once. */
function isWorded(last: UIMessage | undefined): boolean {
  return last?.role === "assistant" && last.parts.some(isTextUIPart);
}

/** A conversation with the advisor; its actions stay the same objects, so that finished messages are left alone. */
export function useConversation(id: string, before: UIMessage[]) {
  const [waiting, setWaiting] = useState("");
  const onData = useCallback<ChatOnDataCallback<UIMessage>>(
    (part) => setWaiting((before) => toWaitingText(part) ?? before),
    [],
  );
  const chat = useLiveChat(id, before, onData);
  const throttle = isWorded(chat.messages.at(-1)) ? wordsEveryMs : 0;
  const { messages, status, error, sendMessage, regenerate, stop } = useChat({ chat, throttle });
  const actions = useMemo<Actions>(() => {
    const afterStop = async (act: () => Promise<void>) => {
      await stop();
      setWaiting("");
      await act();
    };
    return {
      ask: (text) => void afterStop(() => sendMessage({ text })),
      replace: (messageId, text) => void afterStop(() => sendMessage({ text, messageId })),
      answerAgain: (messageId) =>
        void afterStop(() => regenerate(messageId === undefined ? {} : { messageId })),
      stop: () => void stop(),
    };
  }, [sendMessage, regenerate, stop]);
  const isBusy = status === "submitted" || status === "streaming";
  return { messages, status, error, waiting, isBusy, actions };
}

export type Conversation = ReturnType<typeof useConversation>;
