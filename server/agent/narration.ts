import type { Narrator } from "../backends/backend.ts";
import type { Turn } from "../built-in/turn.ts";
import type { Mode, StopReason } from "./answer.ts";
import type { Desk } from "./desk.ts";
import type { Struck } from "./mending.ts";
import type { Usage } from "./usage.ts";

/** The prose of an answer: what passed the check, and what was struck. */
export type Narration = {
  text: string;
  struck: Struck[];
  stopReason: StopReason;
  /** Calls of tools that the model wrote as text. */
  recoveredCalls: number;
  /** Tokens of the last request: as the server counted them (0 where it does not say), and by our own estimate. */
  promptTokens: { reported: number; estimated: number };
  usage: Usage;
};

/** The desk of a turn with the model that is to speak of it. */
export type Narrating = Desk & {
  narrator: Narrator;
  /** The question in the user's own words. */
  question: string;
  history: readonly Turn[];
  mode: Mode;
  /** False for a model whose template takes no tools. */
  withTools: boolean;
  abortSignal: AbortSignal;
  /** A clock in milliseconds. */
  now(): number;
};
