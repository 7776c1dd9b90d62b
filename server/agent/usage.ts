/** What the model of an answer took: all requests together, zeros where no model spoke. */
export type Usage = {
  requests: number;
  /** As the server counts them; 0 where it does not say. */
  inputTokens: number;
  outputTokens: number;
  /** Milliseconds until the first token of each request, and from it to the last. */
  waitingMs: number;
  writingMs: number;
};

/** No model was asked. */
export const noUsage: Usage = { requests: 0, inputTokens: 0, outputTokens: 0, waitingMs: 0, writingMs: 0 };

/** Both together. */
export function addUsage(a: Usage, b: Usage): Usage {
  return {
    requests: a.requests + b.requests,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    waitingMs: a.waitingMs + b.waitingMs,
    writingMs: a.writingMs + b.writingMs,
  };
}
