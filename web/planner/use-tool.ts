import { useEffect, useLayoutEffect, useState } from "react";
import { callTool } from "../api.ts";
import type { Guard } from "../guards.ts";
import { createLatestOnly, type Outcome } from "./latest-only.ts";

/** A tool's result for an input that changes; the last one stays until the next is there. */
export type Live<Output> = {
  output: Output | undefined;
  error: Error | undefined;
  /** True while what is shown belongs to an earlier input. */
  isLate: boolean;
  retry: () => void;
};

/**
 * Asks a tool again with every change of the input; without an input it is not asked. The urgent one is asked before
 * all others of the same change.
 */
export function useTool<Output>(
  name: string,
  input: unknown,
  fits: Guard<Output>,
  { isUrgent = false } = {},
): Live<Output> {
  const question = input === undefined ? undefined : JSON.stringify(input);
  const [output, setOutput] = useState<Output>();
  const [settled, setSettled] = useState<Outcome<Output>>();
  const [attempt, setAttempt] = useState(0);
  const [latest] = useState(() =>
    createLatestOnly<Output>(
      (asked, signal) => callTool(name, JSON.parse(asked), fits, signal),
      (outcome) => {
        setSettled(outcome);
        if ("output" in outcome) setOutput(() => outcome.output);
      },
    ),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useLayoutEffect(() => {
    if (isUrgent && question !== undefined) latest.ask(question);
  }, [latest, question, attempt, isUrgent]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => {
    if (!isUrgent && question !== undefined) latest.ask(question);
  }, [latest, question, attempt, isUrgent]);
  useEffect(() => latest.stop, [latest]);
  return {
    output: question === undefined ? undefined : output,
    error: settled && "error" in settled && question !== undefined ? settled.error : undefined,
    isLate: question !== settled?.question,
    retry: () => setAttempt((count) => count + 1),
  };
}
