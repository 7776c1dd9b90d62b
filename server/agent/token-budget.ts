import { estimateTokens } from "../../tools/digest/estimate-tokens.ts";
import type { Turn } from "../built-in/plan.ts";

/** What a prompt may take of the 4,096 tokens that servers load by default; the rest is the answer's. */
export const promptTokens = 3500;
/** What the results of a turn may take together, so that a conversation has its place beside them. */
export const resultTokens = 1400;
/** What a chat template puts round a message: role, markers, the id of a call. */
const messageTokens = 11;
/** Stands for passages where nothing else is left to cut. */
const withoutPassages = "Passages left out for length.";

/** A result as the model gets it: which tool, with what, and its digest or the reason why it failed. */
export type DigestedResult = { name: string; input: unknown; digest: string };

/** A call and its result are a message each; the call repeats its input. */
function callTokens({ name, input }: DigestedResult): number {
  return 2 * messageTokens + estimateTokens(`${name} ${JSON.stringify(input)}`);
}

function tokensOf(results: readonly DigestedResult[], digests: readonly string[]): number {
  const calls = results.reduce((sum, result) => sum + callTokens(result), 0);
  return digests.reduce((sum, digest) => sum + estimateTokens(digest), calls);
}

const isSearch = ({ name }: DigestedResult) => name === "search-documents";

/**
 * The digests of a turn within a budget, one for each result. Every result keeps its first line, which holds the
 * verdict of its board; then each in turn gets a line more as long as there is room, passages of documents last in the
 * round. Where even the first lines are too many, passages go.
 */
export function digestResults(results: readonly DigestedResult[], budget: number): string[] {
  const lines = results.map(({ digest }) => digest.split("\n"));
  const first = lines.map(([line = ""]) => line);
  if (tokensOf(results, first) > budget)
    return results.map((result, index) => (isSearch(result) ? withoutPassages : (first[index] ?? "")));
  const kept = lines.map(() => 1);
  const costs = first.map(estimateTokens);
  let total = tokensOf(results, first);
  const searches = (index: number) => Number(results[index] !== undefined && isSearch(results[index]));
  const open = new Set([...lines.keys()].sort((a, b) => searches(a) - searches(b) || a - b));
  while (open.size > 0)
    for (const index of open) {
      const all = lines[index] ?? [];
      const count = (kept[index] ?? 1) + 1;
      const cost = estimateTokens(all.slice(0, count).join("\n"));
      const more = cost - (costs[index] ?? 0);
      if (count > all.length || total + more > budget) {
        open.delete(index);
        continue;
      }
      kept[index] = count;
      costs[index] = cost;
      total += more;
    }
  return lines.map((all, index) => all.slice(0, kept[index]).join("\n"));
}

/** Everything that goes into a prompt. */
export type PromptParts = {
  system: string;
  /** The tools as they are sent. */
  tools: string;
  results: readonly DigestedResult[];
  question: string;
  history: readonly Turn[];
  budget: number;
};

/** What of it is sent; `tokens` is an estimate that is rather too high. */
export type FittedPrompt = { history: Turn[]; digests: string[]; tokens: number };

/** The newest turns that fit, in their order. */
function newest(history: readonly Turn[], room: number): { kept: Turn[]; tokens: number } {
  const kept: Turn[] = [];
  let tokens = 0;
  for (const turn of history.toReversed()) {
    const more = messageTokens + estimateTokens(turn.text);
    if (tokens + more > room) break;
    kept.unshift(turn);
    tokens += more;
  }
  return { kept, tokens };
}

/**
 * Trims a prompt to its budget: the oldest turns first, then lines of results, passages first. The
 * instructions, the tools, the question and the first line of every result are never cut; `tokens` above the budget
 * means that there are more results than this model can read.
 */
export function fitHistory({ system, tools, results, question, history, budget }: PromptParts): FittedPrompt {
  const fixed = estimateTokens(system) + estimateTokens(tools) + estimateTokens(question) + 3 * messageTokens;
  const room = Math.max(0, budget - fixed);
  const digests = digestResults(results, Math.min(room, resultTokens));
  const spent = tokensOf(results, digests);
  const { kept, tokens } = newest(history, room - spent);
  return { history: kept, digests, tokens: fixed + spent + tokens };
}
