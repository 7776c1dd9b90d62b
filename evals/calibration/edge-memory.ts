import type { Assumption } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Assume } from "../../tools/memory/language-lines.ts";
import { type EdgeRun, edgeMemoryRuns } from "./edge-runs.ts";
import { type Point, patternSearch } from "./pattern-search.ts";

/** A constant: where its search starts, the same whatever is on record, and what it means. */
type Parameter = { start: number; meaning: string };

const engineParameters: Readonly<Record<string, Parameter>> = {
  "edge-context": { start: 0.5e9, meaning: "CUDA context and libraries of TensorRT Edge-LLM" },
  "edge-activation-bytes": {
    start: 10,
    meaning: "bytes of working memory for each token of a prompt and each hidden value",
  },
  "edge-recurrent-workspace": {
    start: 20e6,
    meaning: "working memory of the recurrent layers for each sequence",
  },
  "edge-loading-share": {
    start: 0.5,
    meaning: "share of the weights held a second time while a dense model loads",
  },
  "edge-loading-share-mixture": {
    start: 0.5,
    meaning: "share of the weights held a second time while a mixture of experts loads",
  },
  "edge-vision-bytes": {
    start: 500,
    meaning:
      "bytes of working memory for each image token and each unit of the cube root of the tower's parameters",
  },
};
/** Constants of a draft, fitted on runs with one when the others are known. */
const draftParameters: Readonly<Record<string, Parameter>> = {
  "edge-eagle-tree-bytes": {
    start: 500,
    meaning: "bytes for each token of the vocabulary and each sequence, to check a tree of drafted tokens",
  },
  "edge-draft-state-copies": { start: 2, meaning: "recurrent states kept while drafted tokens are checked" },
};
/** Errors below this are noise of the measurement and weigh no more than squares. */
const noise = 0.01;

const startOf = (parameters: Readonly<Record<string, Parameter>>): Point =>
  Object.fromEntries(Object.entries(parameters).map(([id, { start }]) => [id, start]));

/** Mean error as a logarithm, in which a few wild runs weigh little. */
function lossOf(runs: readonly EdgeRun[], assume: Assume): (point: Point) => number {
  return (point) => {
    const assumeHere: Assume = (id) => point[id] ?? assume(id);
    const errors = runs.map(({ row, peakBytes }) =>
      Math.hypot(Math.log(peakBytes(assumeHere) / row.value), noise),
    );
    return errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length);
  };
}

type Fits = { engine: Point; draft: Point };

function fitBoth(runs: readonly EdgeRun[], recorded: Assume, start: Fits, steps?: readonly number[]): Fits {
  const of = (isDrafted: boolean) => runs.filter(({ row }) => (row.speculation !== undefined) === isDrafted);
  const engine = patternSearch(lossOf(of(false), recorded), start.engine, steps);
  const assume: Assume = (id) => engine[id] ?? recorded(id);
  return { engine, draft: patternSearch(lossOf(of(true), assume), start.draft, steps) };
}

/** Three digits are more than the runs can tell. */
const rounded = (value: number): number => Number(value.toPrecision(3));

/**
 * Fits what an engine of TensorRT Edge-LLM takes beside weights, cache and state on the peaks of GPU memory that
 * `knowledge` shows. A constant on which no run depends stays where its search starts.
 */
export function fitEdgeMemory(knowledge: Knowledge): Record<string, Assumption> {
  const recorded: Assume = (id) => knowledge.assumption(id).value;
  const runs = edgeMemoryRuns(knowledge);
  const start = { engine: startOf(engineParameters), draft: startOf(draftParameters) };
  const all = fitBoth(runs, recorded, start);
  const toAssumption = ([id, { meaning }]: [string, Parameter]): [string, Assumption] => {
    const isDraft = Object.hasOwn(draftParameters, id);
    const assume: Assume = (asked) => all.engine[asked] ?? all.draft[asked] ?? recorded(asked);
    const on = runs
      .filter(({ row }) => (row.speculation !== undefined) === isDraft)
      .filter(
        ({ peakBytes }) =>
          peakBytes(assume) !== peakBytes((asked) => assume(asked) * (asked === id ? 1.1 : 1)),
      )
      .map(({ row }) => row.id);
    return [
      id,
      {
        value: rounded(all.engine[id] ?? all.draft[id] ?? 0),
        meaning,
        source: ["own-fit"],
        confidence: on.length >= 20 ? "medium" : "low",
        ...(on.length > 0 && { sampleSize: on.length, fittedOn: on }),
      },
    ];
  };
  return Object.fromEntries(Object.entries({ ...engineParameters, ...draftParameters }).map(toAssumption));
}
