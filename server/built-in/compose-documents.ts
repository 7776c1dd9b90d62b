import { standsIn } from "../../tools/claims/passage-doubts.ts";
import { type Block, render } from "./block.ts";
import { bestQuotes, coverage, type Quote } from "./quotes.ts";
import type { Results } from "./results.ts";
import { purpose } from "./small-talk.ts";

/** Questions people can start from. */
export const examples = [
  "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?",
  "How fast is gpt-oss-20b on an AGX Orin 64GB?",
  "What is the cheapest board for a local 7B model?",
] as const;

/** Least share of a question's words that the documents must know before they are taken to speak of it. */
const leastCoverage = 0.6;
const shown = { beside: 4, alone: 6 } as const;

/** Quotes shown where the documents disagree with one another, which has to be said whole. */
export const quotesOfDispute = shown.alone;

/** Words by which our notes of a document already say what is wrong with its figure. */
const noted = /\b(Arithmetic|Contradicted|Specification|Stale):/;

/** What checking a quoted figure found, in a clause; the arithmetic too where the quotation does not bring it. */
function remarkOn({ passage, text }: Quote, searches: Results["searches"]): string {
  const doubts = searches.flatMap((search) => search.doubts).filter((doubt) => doubt.passage === passage.id);
  const found = doubts.find(({ figures }) => figures.some((figure) => standsIn(figure, text)));
  if (!found) return "";
  return noted.test(text) ? ` (${found.remark}.)` : ` (${found.remark}. ${found.message})`;
}

/** One bullet as it is quoted, with the passage to cite, and behind that what is wrong with its figure by others. */
function quoteLine(quote: Quote, searches: Results["searches"]): string {
  return `- ${quote.text} [${quote.passage.id}]${remarkOn(quote, searches)}`;
}

/** Who asks for runs of one model is not told what documents say of others. */
function speaksOf(text: string, model: string): boolean {
  const bare = (words: string) => words.toLowerCase().replace(/[\s-]+/g, "");
  return bare(text).includes(bare(model.replace(/ (?:Instruct|it|Chat)$/, "")));
}

/** What the documents say beside a computed answer: the rules' opinion, the best quotes, the rule of thumb. */
export function quoteBlock(
  question: string,
  results: Results,
  opinion: readonly string[],
  most: number = shown.beside,
): Block {
  const { fits, searches, findings } = results;
  const passages = searches.flatMap((search) => search.passages);
  const names = fits.slice(0, 2).flatMap((fit) => [fit.names.device, ...fit.names.workloads]);
  const isWanted = ({ text }: Quote) =>
    findings.length === 0 || findings.some(({ name }) => speaksOf(text, name));
  const quotes = bestQuotes(passages, question, names, most)
    .filter(isWanted)
    .map((quote) => quoteLine(quote, searches));
  const thumb = fits.find(({ verdict }) => verdict !== "unsupported")?.ruleOfThumb;
  const rule = thumb ? [`- By the rule of thumb of ${thumb.source}, ${thumb.text}.`] : [];
  return { heading: "What the documents say", lines: [...opinion, ...quotes, ...rule] };
}

/** What this program is for, where it has nothing to say. */
export function outOfScope(errors: readonly string[] = []): string {
  const problems = errors.length > 0 ? `${errors.join(" ")}\n\n` : "";
  return `${problems}${purpose} Nothing in its records or documents speaks of this question.\n\nTry for example: "${examples[0]}"`;
}

/** An answer from the documents alone, or what this program is for when they do not speak of the question. */
export function fromDocuments(question: string, results: Results): string {
  const passages = results.searches.flatMap((search) => search.passages);
  if (coverage(question, passages) < leastCoverage) return outOfScope(results.errors);
  const quotes = bestQuotes(passages, question, [], shown.alone);
  const [first] = quotes;
  if (!first) return outOfScope(results.errors);
  const lines = quotes.map((quote) => quoteLine(quote, results.searches));
  return render([
    { lines: results.errors },
    { lines: ["**From the documents:**"] },
    { lines: [lines.join("\n")] },
  ]);
}
