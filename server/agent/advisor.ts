import type { UIMessage } from "ai";
import type { Readiness } from "../backends/backend.ts";
import type { Turn } from "../built-in/turn.ts";
import type { Answer } from "./answer.ts";
import type { Emit } from "./turn-events.ts";

export type AskOptions = { history?: readonly Turn[]; abortSignal?: AbortSignal; onEvent?: Emit };

/** Whoever asks: the terminal and scripts get a whole answer, the page a stream. */
export type Advisor = {
  /** The model that answers, as people name it. */
  readonly model: string;
  /** Whether its model can answer now. */
  readiness(): Promise<Readiness>;
  /**
   * Answers one question, with the turns before it in mind, and checks the answer. Who hears the events sees the words
   * as they come, so a model that fails after some of them throws; for all others the built-in answer stands in.
   */
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /**
   * Streams the answer to a conversation as an AI SDK UI message stream. After the text comes one
   * `data-answer` part with everything of {@link Answer} but the tool calls, which are parts of their own.
   * Throws `queue-full` where nobody more may wait.
   */
  stream(messages: UIMessage[], options?: { abortSignal?: AbortSignal }): Promise<Response>;
};
