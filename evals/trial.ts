import { z } from "zod";

/** How one scorer judged a trial. */
export const Score = z.object({ scorer: z.string(), passed: z.boolean(), reason: z.string().optional() });
export type Score = z.output<typeof Score>;

const Claim = z.object({
  text: z.string(),
  kind: z.enum(["number", "verdict", "citation"]),
  mark: z.enum(["verified", "given", "unverified"]),
  start: z.number(),
  end: z.number(),
  fact: z.string().optional(),
  reason: z.string().optional(),
});

/** What happened in a trial, for whoever reads the report: the words, the calls, and the facts that the words rest on. */
export const Trace = z.object({
  turns: z.array(z.string()),
  answer: z.string(),
  claims: z.array(Claim),
  calls: z.array(z.object({ name: z.string(), input: z.unknown(), verdict: z.string().optional() })),
  facts: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      entity: z.string(),
      display: z.string(),
      basis: z.string(),
    }),
  ),
  citations: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
  /** Sentences of the model that did not pass the check. */
  struck: z.array(z.object({ text: z.string(), reason: z.string() })),
  /** What was expected, in a line each. */
  expected: z.array(z.string()),
});
export type Trace = z.output<typeof Trace>;

/** What a trial cost, and how much of the answer is the model's own. */
export const Metrics = z.object({
  durationMs: z.number(),
  toolCalls: z.number(),
  /** Requests to the model; 0 for the built-in answerer. */
  requests: z.number(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  /** Milliseconds in which the model wrote, from the first token to the last of each request. */
  writingMs: z.number(),
  /** Whether the words are the model's, as far as they stand. */
  ownWords: z.boolean(),
  struck: z.number(),
  recoveredCalls: z.number(),
});
export type Metrics = z.output<typeof Metrics>;

const Which = z.object({
  case: z.string(),
  tags: z.array(z.string()),
  /** Counts from 1. */
  trial: z.number(),
});

/** One case asked once. What crashed, timed out or could not reach its model is an error, neither passed nor failed. */
export const Trial = z.discriminatedUnion("status", [
  Which.extend({ status: z.literal("scored"), scores: z.array(Score), metrics: Metrics, trace: Trace }),
  Which.extend({ status: z.literal("error"), error: z.object({ code: z.string(), message: z.string() }) }),
]);
export type Trial = z.output<typeof Trial>;

/** What was evaluated; results of two runs can be put together only where these agree. */
export const RunHeader = z.object({
  format: z.literal(1),
  model: z.string(),
  mode: z.enum(["guided", "free"]),
  /** False where the agent's checker was switched off, to see what it is worth. */
  checked: z.boolean(),
  trials: z.number(),
  /** The cases asked, all shards together, and a hash over what they ask and expect. */
  cases: z.number(),
  casesHash: z.string(),
  /** When the run began, ISO 8601. */
  startedAt: z.string(),
  /** The board or machine it ran on. */
  machine: z.string(),
});
export type RunHeader = z.output<typeof RunHeader>;

/** A whole run. */
export const Run = z.object({ header: RunHeader, trials: z.array(Trial) });
export type Run = z.output<typeof Run>;
