import type { Subject } from "../scorers/scorer.ts";
import type { Mutation } from "./mutation.ts";

function manyCalls({ answer, limits }: Subject) {
  const [call] = answer.toolCalls;
  return call ? { ...answer, toolCalls: Array.from({ length: limits.toolCalls + 1 }, () => call) } : null;
}

const withUsage = ({ answer }: Subject, usage: Partial<Subject["answer"]["usage"]>) => ({
  ...answer,
  usage: { ...answer.usage, ...usage },
});

/** Answers that took one more of something than is allowed. */
export const costMutations: readonly Mutation[] = [
  { kind: "too many calls", scorer: "steps", mutate: manyCalls },
  {
    kind: "too many requests",
    scorer: "steps",
    mutate: (subject) => withUsage(subject, { requests: subject.limits.requests + 1 }),
  },
  {
    kind: "too many tokens",
    scorer: "tokens",
    mutate: (subject) => withUsage(subject, { outputTokens: subject.limits.outputTokens + 1 }),
  },
  {
    kind: "too slow",
    scorer: "latency",
    mutate: ({ answer, limits }) => ({ ...answer, durationMs: limits.durationMs + 1 }),
  },
];
