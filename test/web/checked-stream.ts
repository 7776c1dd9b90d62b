import { passage, toolCall } from "./answer-stream.ts";

const entity = "Llama 3.1 8B on Jetson Orin NX 16GB";
const input = { device: "orin-nx-16gb", workloads: [{ model: "someone's model" }] };

function computed(id: string, label: string, display: string, formula: string, inputs: string[]): object {
  return { id, label, entity, display, basis: { kind: "computed", formula, inputs } };
}

function cited(id: string, label: string, display: string, place?: string): object {
  const basis = { kind: "cited", source: "thor-notes", ...(place && { passage: place }) };
  return { id, label, entity, display, basis };
}

const facts = [
  computed("1.headroom", "headroom", "4.94 GB", "available − needed", ["1.available", "1.needed"]),
  cited("1.available", "usable memory", "16.4 GB", passage.id),
  computed("1.needed", "memory needed in all", "11.5 GB", "sum of all lines", ["1.weights", "1.needed"]),
  cited("1.weights", "weights on the GPU", "4.37 GB"),
  { id: "1.context", label: "context", entity, display: "4,096", basis: { kind: "given" } },
];

/** Everything that moves characters of the source away from those on the page stands before or between the claims. */
export const checkedText = [
  "🙂 It\u200b **fits**: of 16.4 GB with `4,096` tokens (\\~ R&amp;D \\*) **4.94 GB** stay free, twice that is 9.88 GB [1].",
  "> First line of a quotation\n> and 4.94 GB in its second line.",
  "- a list with 11.5 GB\n  that goes on with 99 tok/s",
  "| board | free |\n|---|---:|\n| Orin NX \\| 16GB | 4.94 GB |\n| `16.4 GB` | **11.5 GB** |",
  "```\nfree 4.94 GB\n```",
  "See [the 4.94 GB page](https://example.com/page).",
].join("\n\n");

/** Claims at every place where a text stands in the answer. */
function everywhere(text: string, claim: object): object[] {
  const found = [];
  for (let at = checkedText.indexOf(text); at >= 0; at = checkedText.indexOf(text, at + 1))
    found.push({ text, start: at, end: at + text.length, ...claim });
  return found;
}

const number = { kind: "number" };
const check = {
  verified: [
    ...everywhere("fits", { kind: "verdict", fact: "1.headroom" }),
    ...everywhere("4.94 GB", { ...number, fact: "1.headroom" }),
    ...everywhere("11.5 GB", { ...number, fact: "1.needed" }),
    ...everywhere("16.4 GB", { ...number, citation: passage.id }),
    ...everywhere("9.88 GB", { ...number, derivedFrom: ["1.headroom"] }),
    ...everywhere("[1]", { kind: "citation", citation: passage.id }),
  ],
  given: everywhere("4,096", number),
  unverified: everywhere("99 tok/s", { ...number, reason: "The tool says 7.3 tok/s." }),
  struck: [
    {
      text: "It needs 3 GB.",
      replacement: "It needs 11.5 GB.",
      reason: "3 GB is not the memory needed: 11.5 GB.",
    },
  ],
  recoveredCalls: 1,
};

const { heading, text: words } = passage;
const citation = { id: "1", source: "thor-notes", title: "Notes on Thor", passage: passage.id, heading };

export const checkedAnswer = {
  question: "Does it fit?",
  answer: checkedText,
  verdict: "fits",
  verdicts: [],
  facts,
  citations: [{ ...citation, text: words, start: 0, end: 28 }],
  check,
  model: "scripted-model",
  durationMs: 1234,
  degraded: false,
  problem: null,
  mode: "guided",
  history: [],
};

const sources = [{ id: "thor-notes", title: "Notes on Thor", date: "2026-05" }];

export const toolParts = [
  { type: "tool-input-available", toolCallId: "failed", toolName: "look-up", input: {} },
  { type: "tool-output-error", toolCallId: "failed", errorText: "Cannot find it." },
  { type: "tool-input-available", toolCallId: "fit", toolName: "memory-fit", input },
  { type: "tool-output-available", toolCallId: "fit", output: { facts: [], sources } },
  ...toolCall("search", "search-documents", {
    passages: [{ ...passage, start: 0, end: 28, score: 1 }],
    resolved: { query: "memory" },
    facts: [],
    sources,
  }),
];

/** The text as it is streamed: passages by their ids, numbered only in the answer. */
export const textParts = [
  { type: "text-start", id: "text" },
  { type: "text-delta", id: "text", delta: checkedText.replace("[1]", `[${passage.id}]`) },
  { type: "text-end", id: "text" },
];

export function status(state: string, message: string, position?: number): object {
  return { type: "data-status", data: { state, message, position }, transient: true };
}
