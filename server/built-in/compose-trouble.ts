import type { Symptom } from "../../knowledge/trouble-schema.ts";
import type { Throughput } from "../../tools/estimate-throughput.ts";
import type { Cause } from "../../tools/troubleshoot.ts";
import { type Block, render, unique } from "./block.ts";
import { fitSentence, fixLines } from "./compose-fit.ts";
import { speedLine } from "./compose-speed.ts";
import type { Plan } from "./plan.ts";
import { bestQuotes } from "./quotes.ts";
import type { Results } from "./results.ts";

/** Lines of each part; the tool's result has all. */
const shown = { others: 3, fits: 2, fixes: 4, speeds: 4, quotes: 2 } as const;

/** A text as a sentence; names such as vLLM keep their small letter. */
function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function stepLines({ check, fix }: Pick<Cause, "check" | "fix">): string[] {
  return [`- Check: ${ended(check)}`, `- Fix: ${ended(fix)}`];
}

/** Symptoms that are asked about, not seen: their causes are answers, and not only likely. */
const askedAbout: readonly Symptom[] = ["relies-on-swap", "not-supported-by-release"];

function firstBlocks([first]: readonly Cause[], symptoms: readonly Symptom[]): Block[] {
  if (!first) return [{ lines: ["**No cause on record explains this.**"] }];
  const isSure = symptoms.every((symptom) => askedAbout.includes(symptom));
  const doubt = first.confidence === "low" ? ["This is weakly founded: see who says so below."] : [];
  return [
    { lines: [`**${isSure ? "" : "Most likely: "}${first.cause}**`, ...doubt] },
    { lines: [stepLines(first).join("\n")] },
  ];
}

function otherBlock(causes: readonly Cause[]): Block {
  const lines = causes
    .slice(1, 1 + shown.others)
    .flatMap((each) => [`- ${ended(each.cause)}`, ...stepLines(each).map((line) => `  ${line}`)]);
  return { heading: "If it is not that", lines };
}

/** What the sum of bytes says of the case: a plan that fits points away from the size of the model. */
function memoryBlock({ fits }: Results): Block {
  const told = fits.slice(0, shown.fits);
  const [first] = told;
  if (!first) return { lines: [] };
  const meaning = {
    fits: "By the sum of its parts it has room there, so look at what else holds the memory.",
    tight: "There is no reserve left: what else runs decides whether it survives.",
    "does-not-fit": "With these settings the memory is too small, so begin here:",
    unsupported: "This combination does not exist, so no setting mends it.",
  }[first.verdict];
  const alike = told.every(({ verdict }) => verdict === first.verdict);
  const fixes = fixLines(told).slice(0, shown.fixes);
  return {
    heading: "Does it fit",
    lines: [
      ...told.map((fit) => `- ${fitSentence(fit)}`),
      ...(alike ? [`- ${meaning}`] : []),
      ...fixes.map((line) => `  ${line}`),
    ],
  };
}

/** What a reported speed says, held against what is to be expected in that format. */
function meaningOf(speed: Throughput, reported: number): string {
  const { decodeTokensPerSecond: decode, ceilingTokensPerSecond: ceiling, names } = speed;
  if (!decode || ceiling === null) return "";
  if (reported > ceiling)
    return `above what the bandwidth allows in ${names.quantization}, so it is another format there, or several tokens a pass`;
  if (reported < decode.low) return "below that range, so look for one of these causes";
  return "within reach of that range, so nothing need be broken";
}

/** The speed to be expected, and whether what was reported is near it. */
function speedBlock({ speeds }: Results, reported: number | undefined): Block {
  const told = speeds.slice(0, shown.speeds);
  const lines = told.flatMap((speed) => {
    const meaning = reported === undefined ? "" : meaningOf(speed, reported);
    return [speedLine(speed), ...(meaning === "" ? [] : [`  - The reported speed is ${meaning}.`])];
  });
  return { heading: "The speed to expect", lines };
}

/** What others reported, each with its citation. */
function reportBlock(question: string, { searches }: Results): Block {
  const found = searches.flatMap(({ passages }) => passages);
  const quotes = bestQuotes(found, question, [], shown.quotes);
  return {
    heading: "What others reported",
    lines: quotes.map(({ text, passage }) => `- ${text} [${passage.id}]`),
  };
}

function sourceBlock({ troubles, fits, speeds }: Results): Block {
  const all = [...troubles, ...fits, ...speeds].flatMap(({ sources }) => sources);
  const titles = unique(all.map(({ title, date }) => `- ${title}${date ? ` (${date})` : ""}`));
  return { heading: "Reports and records from", lines: titles.slice(0, 6) };
}

/** Answers a report of trouble: the likeliest cause first, each cause with its check and fix, then sums and reports. */
export function composeTrouble(plan: Plan, results: Results): string {
  const causes = results.troubles.flatMap((each) => each.causes);
  const [memory, others] = [memoryBlock(results), otherBlock(causes)];
  const isShort = results.fits.some(({ verdict }) => verdict === "does-not-fit");
  return render([
    ...firstBlocks(causes, plan.trouble?.symptoms ?? []),
    { lines: plan.notices },
    { lines: results.errors },
    ...(isShort ? [memory, others] : [others, memory]),
    speedBlock(results, plan.trouble?.tokensPerSecond),
    reportBlock(plan.question, results),
    sourceBlock(results),
  ]);
}
