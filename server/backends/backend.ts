import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { ErrorCode } from "../../knowledge/errors.ts";
import type { BackendProfile } from "./profiles.ts";

/** What a server is doing while nothing comes from it yet. */
export type BackendWait = { state: "loading" | "retrying"; message: string };

/** Who hears what happens to the model during one turn. */
export type NarratorTurn = {
  /** Why it takes long. */
  onWait(wait: BackendWait): void;
  /** A call that the model wrote as text was taken for the call it meant. */
  onRecoveredCall?(): void;
};

/** A model that writes the prose of answers. */
export type Narrator = {
  readonly profile: BackendProfile;
  /** The model for one turn. Its failures are errors with a code of `llm-…`, which `modelErrorOf()` finds. */
  modelFor(turn: NarratorTurn): LanguageModelV4;
  /** Tokens that the loaded model reads: prompt and answer together, as the server says, else the profile's. */
  contextTokens(): Promise<number>;
};

/** Whether a back end can answer now, and what to do where it can not. */
export type Readiness = { ready: true } | { ready: false; code: ErrorCode; message: string; fix?: string };

/** Who answers: a model behind a server, or, without a narrator, the built-in answerer. */
export type Backend = {
  /** The model as people name it. */
  readonly name: string;
  readonly narrator?: Narrator;
  readiness(): Promise<Readiness>;
};
