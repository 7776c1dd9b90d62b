import type { UIMessage } from "ai";
import type { Answer } from "./answer.ts";

/** Whoever asks: the terminal and scripts get a whole answer, the page a stream. */
export type Advisor = {
  /** The model that answers, as people name it. */
  readonly model: string;
  /** Answers one question and checks the answer. */
  ask(question: string, options?: { abortSignal?: AbortSignal }): Promise<Answer>;
  /**
   * Streams the answer to a conversation as an AI SDK UI message stream. After the text comes one
   * `data-answer` part with everything of {@link Answer} but the tool calls, which are parts of their own.
   */
  stream(messages: UIMessage[], options?: { abortSignal?: AbortSignal }): Promise<Response>;
};
