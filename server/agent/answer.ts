import type { Fact } from "../../tools/facts.ts";
import type { Verdict } from "../../tools/memory/ledger.ts";
import type { ToolResult } from "../../tools/tool.ts";
import type { CheckReport } from "../check/check.ts";
import type { Citation } from "../check/citations.ts";

/** One call the agent made and what came of it. */
export type ToolCall = { name: string; input: unknown; output: ToolResult };

/** The verdict on one set of workloads on one board, as the tool gave it. */
export type BoardVerdict = { device: string; workloads: string[]; verdict: Verdict };

/**
 * A checked answer. `verdict` is null unless fit was asked, "depends" when boards differ. Fact ids carry
 * the number of their tool call ("2.headroom" is the headroom of the second call).
 */
export type Answer = {
  question: string;
  answer: string;
  verdict: Verdict | "depends" | null;
  verdicts: BoardVerdict[];
  toolCalls: ToolCall[];
  facts: Fact[];
  citations: Citation[];
  check: CheckReport;
  model: string;
  durationMs: number;
};
