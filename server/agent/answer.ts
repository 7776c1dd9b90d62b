import type { ErrorCode } from "../../knowledge/errors.ts";
import type { Fact } from "../../tools/facts.ts";
import type { Verdict } from "../../tools/memory/ledger.ts";
import type { ToolResult } from "../../tools/tool.ts";
import type { Turn } from "../built-in/turn.ts";
import type { CheckReport } from "../check/check.ts";
import type { Citation } from "../check/citations.ts";
import type { FollowUp } from "./follow-up.ts";
import type { Struck } from "./mending.ts";
import type { Usage } from "./usage.ts";

/** Who plans the calls of tools: the built-in planner before the model is asked, or the model. */
export type Mode = "guided" | "free";

/** Why the words ended: said to the end, cut at the limit, or after as many calls of tools as are allowed. */
export type StopReason = "complete" | "length" | "tool-limit";

/** One call the agent made and what came of it. */
export type ToolCall = { name: string; input: unknown; output: ToolResult };

/** The verdict on one set of workloads on one board, as the tool gave it. */
export type BoardVerdict = { device: string; workloads: string[]; verdict: Verdict };

/** What went wrong with the model, in a code and a sentence. */
export type Problem = { code: ErrorCode | "context-truncated"; message: string };

/**
 * A checked answer. `verdict` is null unless fit was asked, "depends" when boards differ. Fact ids carry
 * the number of their tool call ("2.headroom" is the headroom of the second call).
 */
export type Answer = {
  question: string;
  /** The turns before the question, oldest first. */
  history: readonly Turn[];
  answer: string;
  verdict: Verdict | "depends" | null;
  verdicts: BoardVerdict[];
  toolCalls: ToolCall[];
  facts: Fact[];
  citations: Citation[];
  /** Each claim of the text with its mark, what was struck from the model's, and its calls that had to be read out of text. */
  check: CheckReport & { struck: Struck[]; recoveredCalls: number };
  /** What to ask next, from the results and never from the words. */
  followUps: FollowUp[];
  model: string;
  /** Whose words the answer holds; a sentence of a model's that was struck is still the built-in answerer's. */
  author: "model" | "built-in";
  mode: Mode;
  /** True where the model could not answer and the built-in answerer stands in; `problem` says why. */
  degraded: boolean;
  problem: Problem | null;
  stopReason: StopReason;
  usage: Usage;
  durationMs: number;
};
