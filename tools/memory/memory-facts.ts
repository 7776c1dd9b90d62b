import type { Knowledge } from "../../knowledge/knowledge.ts";
import { createFactBook, type Fact, type FactBook, type SourceReference } from "../facts.ts";
import type { Board } from "../placement/board.ts";
import { recordSources } from "../placement/compatibility.ts";
import type { Placed } from "../placement/workload.ts";
import type { LedgerPart } from "./language-lines.ts";
import type { Ledger } from "./ledger.ts";
import type { Opinion } from "./opinion.ts";

/** What each part of the ledger is, and how it is computed. */
export const partLabels: Record<LedgerPart, { label: string; formula: string }> = {
  weights: { label: "weights on the GPU", formula: "parameters × bits per weight ÷ 8, by tensor class" },
  host: { label: "weights kept on the host", formula: "vocabulary × width × bits ÷ 8" },
  "kv-cache": {
    label: "KV cache",
    formula: "Σ layers × tokens × KV heads × 2 × head size × bytes per value",
  },
  state: { label: "recurrent state", formula: "state per sequence × sequences" },
  draft: { label: "draft model", formula: "draft weights, one layer and a head, or a share of the target's" },
  compute: {
    label: "compute buffers",
    formula:
      "4 × micro-batch × (vocabulary + width), and scores without flash attention; or the engine's workspace and what loading holds beyond it",
  },
  vision: { label: "vision tower", formula: "tower parameters × 2 bytes, and its working memory" },
  runtime: { label: "CUDA context and libraries", formula: "one per process" },
  streams: { label: "stream buffers", formula: "buffers per stream × streams" },
  cache: { label: "prompt cache growth or swap", formula: "earlier requests kept; swap is the same memory" },
  os: { label: "operating system", formula: "by class of board, headless or desktop" },
  reserve: { label: "safety reserve", formula: "max(0.5 GiB, 5 % of memory)" },
};

/** One fact for each line; gives their ids. */
function addLines(book: FactBook, board: Board, names: readonly string[], { lines }: Ledger): string[] {
  return lines.map(({ workload, part, bytes }) => {
    const id = workload === null ? part : `${part}-${workload}`;
    const { label, formula } = partLabels[part];
    const owner = workload === null ? board.name : names[workload];
    book.computed(id, { label: `${label} (${owner})`, value: bytes, unit: "B" }, formula, []);
    return id;
  });
}

function addAvailable(
  book: FactBook,
  { id, name, record, provenance }: Board,
  { bytesAvailable }: Ledger,
): void {
  const label = record.memTotal === undefined ? "memory as sold" : "usable memory (MemTotal)";
  const quantity = { label, value: bytesAvailable, unit: "B" } as const;
  const source = provenance.memTotal?.source ?? record.source?.[0];
  if (id !== null && source) book.cited("available", quantity, source, name);
  else book.given("available", quantity);
}

function addTotals(book: FactBook, ledger: Ledger, lineIds: string[]): void {
  const own = lineIds.filter((id) => id !== "os" && id !== "reserve");
  const add = (id: string, label: string, value: number, formula: string, inputs: string[]) =>
    book.computed(id, { label, value, unit: "B" }, formula, inputs);
  add(
    "working-set",
    "working set of the workloads",
    ledger.workingSetBytes,
    "sum of the workloads' lines",
    own,
  );
  add("needed", "memory needed in all", ledger.bytesNeeded, "sum of all lines", lineIds);
  add("headroom", "headroom", ledger.headroomBytes, "available − needed", ["available", "needed"]);
  const largest = "largest of weights, cache and buffers, or of a layer of them";
  add("largest-allocation", "largest single allocation", ledger.largestAllocationBytes, largest, own);
}

function addOpinion(book: FactBook, opinion: Opinion | null): void {
  if (!opinion) return;
  const add = (id: string, label: string, value: number) =>
    book.cited(id, { label, value, unit: "B" }, opinion.source);
  add("rule-weights", "weights by the rule of thumb", opinion.weightsBytes);
  add("rule-low", "rule of thumb, low", opinion.lowBytes);
  add("rule-high", "rule of thumb, high", opinion.highBytes);
}

/** The facts of a ledger: every line, the totals, and the documents' own estimate. */
export function memoryFacts(
  board: Board,
  workloads: readonly Placed[],
  ledger: Ledger,
  opinion: Opinion | null,
  assumed: readonly string[],
  knowledge: Knowledge,
): { facts: Fact[]; sources: SourceReference[] } {
  const names = workloads.map(({ subject }) => subject.name);
  const book = createFactBook(`${names.join(" + ")} on ${board.name}`, knowledge);
  const lineIds = addLines(book, board, names, ledger);
  addAvailable(book, board, ledger);
  addTotals(book, ledger, lineIds);
  addOpinion(book, opinion);
  book.cite(recordSources(board, workloads));
  book.cite(ledger.blockers.map(({ source }) => source));
  book.cite(assumed);
  return { facts: book.facts, sources: book.sources() };
}
