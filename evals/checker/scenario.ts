import type { Knowledge } from "../../knowledge/knowledge.ts";
import { sortResults } from "../../server/built-in/results.ts";
import { type Evidence, type EvidenceCall, evidenceOf } from "../../server/check/evidence.ts";
import type { Names } from "../../server/check/names.ts";
import type { Fact } from "../../tools/facts.ts";
import { getTool } from "../../tools/registry.ts";
import type { Truth } from "./pieces.ts";

/** Boards and models with the results of the tools on them. */
export type Scenario = {
  boards: readonly { id: string; name: string }[];
  models: readonly { id: string; name: string }[];
  truth: Truth;
  evidence: Evidence;
  /** Passages the turn retrieved, with a sentence of each that holds a number. */
  passages: readonly { id: string; text: string }[];
};

const plainIds: Readonly<Record<string, string>> = {
  needed: "needed",
  headroom: "headroom",
  available: "available",
  "working-set": "working-set",
  os: "os",
  reserve: "reserve",
  "weights-0": "weights",
  "kv-cache-0": "kv-cache",
  "compute-0": "compute",
  decode: "decode",
  "decode-low": "decode",
  "decode-high": "decode",
  ceiling: "ceiling",
  prefill: "prefill",
  "first-token": "first-token",
  shipped: "shipped",
  bandwidth: "bandwidth",
};

/** Amounts that belong to the board whatever runs on it. */
const ofBoard = new Set(["available", "os", "reserve", "bandwidth"]);

function factsOf(facts: readonly Fact[], board: string, model: string): Truth["facts"] {
  return facts.flatMap((fact) => {
    const quantity = plainIds[fact.id];
    if (quantity === undefined) return [];
    const end = fact.id.endsWith("-low") ? "low" : fact.id.endsWith("-high") ? "high" : undefined;
    return [{ fact, quantity, end, board, model: ofBoard.has(quantity) ? undefined : model }];
  });
}

async function callTool(name: string, input: unknown, knowledge: Knowledge): Promise<EvidenceCall> {
  const { output } = await getTool(name).call(input, knowledge);
  return { name, input, output };
}

/** Runs the tools on every pair of board and model, and one search. */
export async function createScenario(
  boards: readonly string[],
  models: readonly string[],
  knowledge: Knowledge,
  names: Names,
): Promise<Scenario> {
  const calls: EvidenceCall[] = [];
  const facts: Truth["facts"][number][] = [];
  const verdicts: Truth["verdicts"][number][] = [];
  for (const board of boards)
    for (const model of models) {
      const fit = await callTool("memory-fit", { device: board, workloads: [{ model }] }, knowledge);
      const speed = await callTool("estimate-throughput", { device: board, model }, knowledge);
      calls.push(fit, speed);
      facts.push(...factsOf([...fit.output.facts, ...speed.output.facts], board, model));
      const { fits, speeds } = sortResults([fit, speed]);
      verdicts.push({ board, model, verdict: fits[0]?.verdict ?? "", pace: speeds[0]?.pace ?? undefined });
    }
  const search = await callTool(
    "search-documents",
    { query: `${boards[0]} ${models[0]} memory speed`, limit: 4 },
    knowledge,
  );
  calls.push(search);
  const passages = sortResults([search]).searches.flatMap((found) => found.passages);
  const evidence = evidenceOf("", calls, names);
  const named = (id: string) => ({ id, name: names.nameOf(id) });
  return {
    boards: boards.map(named),
    models: models.map(named),
    truth: { facts, verdicts, passages: new Set(passages.map(({ id }) => id)), all: evidence.facts },
    evidence,
    passages,
  };
}
