import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { extractReasoningMiddleware, wrapLanguageModel } from "ai";
import type { Backend, NarratorTurn } from "./backend.ts";
import { bareReasoningMiddleware, createThinkingHabit } from "./bare-reasoning.ts";
import { createBreaker } from "./breaker.ts";
import { collectReplyMiddleware } from "./collect-reply.ts";
import { parseEndpoint } from "./endpoint.ts";
import { type InspectServer, inspectServer } from "./inspect-server.ts";
import { type ModelClocks, usualClocks } from "./model-clocks.ts";
import { createModelFetch } from "./model-fetch.ts";
import { guardMiddleware } from "./model-guard.ts";
import { type BackendProfile, profileOf, profiles } from "./profiles.ts";
import { recoverCallsMiddleware } from "./recover-calls.ts";
import { toRequestBody, withoutExtras } from "./request-body.ts";
import type { ServerReport } from "./server-report.ts";
import { createServerWatch } from "./server-watch.ts";

/** A model and where it is served. */
export type BackendParts = {
  endpoint: string;
  model: string;
  profile?: BackendProfile;
  clocks?: ModelClocks;
  /** Milliseconds that a server which fails again and again is left alone. */
  breakerMs?: number;
  /** What the server was just found to be. */
  seen?: ServerReport;
  inspect?: InspectServer;
};

/** The kind of server that usually listens there: what is assumed until it says what it is. */
function usualProfile(endpoint: string): BackendProfile {
  const { port } = new URL(endpoint);
  const isUsual = (profile: BackendProfile) => profile.defaultEndpoint?.includes(`:${port}/`);
  return port ? (profiles.find(isUsual) ?? profileOf("openai-compatible")) : profileOf("openai-compatible");
}

/** Any server that speaks the OpenAI chat protocol, at the address its user gave and no other. */
export function createOpenAICompatibleBackend(parts: BackendParts): Backend {
  const { model, seen, clocks = usualClocks } = parts;
  const { openAI } = parseEndpoint(parts.endpoint);
  const guess = parts.profile ?? (seen ? profileOf(seen.kind) : usualProfile(openAI));
  const watch = createServerWatch(
    { endpoint: openAI, model, guess, ...(seen && { seen }) },
    parts.inspect ?? inspectServer,
  );
  const breaker = createBreaker(parts.breakerMs);
  const habit = createThinkingHabit(model, guess.separatesReasoning);
  /** Once a server has refused what its profile adds, it is not sent again. */
  let plain = false;
  const modelFor = ({ onWait, onRecoveredCall }: NarratorTurn): LanguageModelV4 => {
    const known = watch.profile();
    const profile = plain ? { ...known, body: {} } : known;
    const strip = (body: string) => {
      plain = true;
      return withoutExtras(body, known);
    };
    const provider = createOpenAICompatible({
      name: "local",
      baseURL: openAI,
      includeUsage: true,
      supportsStructuredOutputs: profile.supports.jsonSchema,
      fetch: createModelFetch({
        onWait,
        subject: { model, kind: profile.kind },
        clocks,
        withoutExtras: strip,
      }),
      transformRequestBody: (body) => toRequestBody(body, profile),
    });
    return wrapLanguageModel({
      model: provider.chatModel(model),
      // From the outermost to the one next to the server.
      middleware: [
        collectReplyMiddleware,
        recoverCallsMiddleware(() => onRecoveredCall?.()),
        extractReasoningMiddleware({ tagName: "think" }),
        bareReasoningMiddleware(habit),
        guardMiddleware(breaker),
      ],
    });
  };
  return {
    name: model,
    async readiness() {
      const seen = await watch.readiness();
      const failure = breaker.openFor();
      // What only shows when it is used, such as too little memory, the server does not say of itself.
      if (!seen.ready || !failure || failure.code === "llm-unreachable") return seen;
      return { ready: false, code: failure.code, message: failure.message };
    },
    narrator: {
      get profile() {
        return watch.profile();
      },
      modelFor,
      contextTokens: watch.contextTokens,
    },
  };
}
