import type { ModelErrorCode } from "./model-errors.ts";

/** What servers write when they refuse, in the words of Ollama, vLLM, llama-server and the proxies before them. */
const refusals: readonly { words: RegExp; code: ModelErrorCode }[] = [
  { words: /loading model|model is (?:being )?load/i, code: "llm-loading" },
  {
    words:
      /does not support tools|enable-auto-tool-choice|tool-call-parser|tools? param requires|requires --jinja|failed to parse grammar|repetitions exceeds/i,
    code: "llm-no-tools",
  },
  {
    words:
      /signal: killed|out of memory|cuda error|cudamalloc|unable to allocate|more system memory|insufficient memory|\boom\b/i,
    code: "llm-oom",
  },
  {
    words:
      /exceed_context_size|context_length_exceeded|(?:maximum|available|model'?s?) context|context (?:length|size|window)|prompt is too long|input is too long/i,
    code: "llm-context-exceeded",
  },
  {
    words: /model\b.*\b(?:not found|does not exist|is not (?:available|served))|try pulling it/i,
    code: "llm-model-missing",
  },
  {
    words: /too many requests|server busy|overloaded|maximum pending requests|rate limit/i,
    code: "llm-busy",
  },
];

/** A 404 of the path, not of the model. */
const unknownPath = /<html|404 page not found|"detail":\s*"not found"|file not found|invalid url/i;

/** The code for a failed request: what the server says decides, then its status. */
export function refusalCode(status: number, text: string): ModelErrorCode {
  const said = refusals.find(({ words }) => words.test(text));
  if (said) return said.code;
  if (status === 404) return unknownPath.test(text) ? "llm-bad-response" : "llm-model-missing";
  if (status === 429 || status === 503) return "llm-busy";
  return "llm-bad-response";
}

/** The fields that only some versions of a server know, as their refusals name them. */
const extras = /reasoning|think|chat[_ ]template|cache_prompt|parallel_tool_calls|extra (?:inputs|fields)/i;

/** Whether a server refuses a request for what its profile adds to the usual fields, so that it may do without. */
export function refusesExtras(status: number, text: string): boolean {
  return (
    (status === 400 || status === 422) &&
    refusalCode(status, text) === "llm-bad-response" &&
    extras.test(text)
  );
}
