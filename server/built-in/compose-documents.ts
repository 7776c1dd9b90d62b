import { type Block, render } from "./block.ts";
import { bestQuotes, coverage } from "./quotes.ts";
import type { Results } from "./results.ts";

/** Questions people can start from. */
export const examples = [
  "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?",
  "How fast is gpt-oss-20b on an AGX Orin 64GB?",
  "What is the cheapest board for a local 7B model?",
] as const;

/** Least share of a question's words that the documents must know before they are taken to speak of it. */
const leastCoverage = 0.6;
const shown = { beside: 4, alone: 6 } as const;

/** What the documents say beside a computed answer: the rules' opinion, the best quotes, the rule of thumb. */
export function quoteBlock(question: string, results: Results, opinion: readonly string[]): Block {
  const { fits, searches } = results;
  const passages = searches.flatMap((search) => search.passages);
  const names = fits.slice(0, 2).flatMap((fit) => [fit.names.device, ...fit.names.workloads]);
  const quotes = bestQuotes(passages, question, names, shown.beside).map(
    ({ passage, text }) => `- ${text} [${passage.id}]`,
  );
  const thumb = fits.find(({ verdict }) => verdict !== "unsupported")?.ruleOfThumb;
  const rule = thumb ? [`- By the rule of thumb of ${thumb.source}, ${thumb.text}.`] : [];
  return { heading: "What the documents say", lines: [...opinion, ...quotes, ...rule] };
}

function outOfScope(results: Results): string {
  const problems = results.errors.length > 0 ? `${results.errors.join(" ")}\n\n` : "";
  return `${problems}This advisor sizes NVIDIA Jetson boards: whether models and detectors fit, how fast they run, and which board, runtime or format to take. Nothing in its records or documents speaks of this question.\n\nTry for example: "${examples[0]}"`;
}

/** An answer from the documents alone, or what this program is for when they do not speak of the question. */
export function fromDocuments(question: string, results: Results): string {
  const passages = results.searches.flatMap((search) => search.passages);
  if (coverage(question, passages) < leastCoverage) return outOfScope(results);
  const quotes = bestQuotes(passages, question, [passages[0]?.heading ?? ""], shown.alone);
  const [first] = quotes;
  if (!first) return outOfScope(results);
  const lines = quotes.map(({ passage, text }) => `- ${text} [${passage.id}]`);
  return render([{ lines: ["**From the documents:**"] }, { lines: [lines.join("\n")] }]);
}
