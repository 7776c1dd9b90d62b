import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Symptom } from "../../knowledge/trouble-schema.ts";
import type { Throughput } from "../../tools/estimate-throughput.ts";
import type { Cause } from "../../tools/troubleshoot.ts";
import { type Block, render, unique } from "./block.ts";
import { fitHeadline, fitSentence, fixLines } from "./compose-fit.ts";
import { speedLine } from "./compose-speed.ts";
import type { Plan } from "./plan.ts";
import { bestQuotes } from "./quotes.ts";
import type { Results } from "./results.ts";
import type { TroubleTopic } from "./trouble-topic.ts";
import { untoldCauses } from "./untold-causes.ts";

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

/** What is said where nothing on record is left: what would tell more. */
const nothingLeft = {
  first: "**Nothing on record explains this.**",
  further:
    "**Nothing further on record explains it.** What would tell more: the last lines of its log, `cat /etc/nv_tegra_release`, `sudo dmesg | tail`, and `sudo tegrastats` while it happens.",
} as const;

function firstBlocks([first]: readonly Cause[], { symptoms, tried }: TroubleTopic): Block[] {
  if (!first) return [{ lines: [tried.length > 0 ? nothingLeft.further : nothingLeft.first] }];
  const isSure = symptoms.every((symptom) => askedAbout.includes(symptom));
  const lead = tried.length > 0 ? "Next likely: " : isSure ? "" : "Most likely: ";
  const doubt = first.confidence === "low" ? ["This is weakly founded: see who says so below."] : [];
  return [{ lines: [`**${lead}${first.cause}**`, ...doubt] }, { lines: [stepLines(first).join("\n")] }];
}

function causeLines(causes: readonly Cause[]): string[] {
  return causes
    .slice(0, shown.others)
    .flatMap((each) => [`- ${ended(each.cause)}`, ...stepLines(each).map((line) => `  ${line}`)]);
}

/** Another engine or board than the one that was reported: whether it holds the model, then what to look for there. */
function elsewhereBlocks(causes: readonly Cause[], results: Results, knowledge: Knowledge): Block[] {
  const { fits, speeds, troubles } = results;
  const { runtime, device } = troubles[0]?.resolved ?? {};
  const engine = runtime === undefined ? undefined : knowledge.runtimes.find(runtime)?.entry.value.name;
  const board = typeof device === "string" ? knowledge.devices.find(device)?.entry.value.name : undefined;
  const place = [engine && `in ${engine}`, board && `on ${board}`].filter(Boolean).join(" ");
  const opening =
    fits.length > 0
      ? fitHeadline(fits)
      : `**Nothing was reported ${place} yet.** Name the model to have it sized there.`;
  return [
    { lines: [opening] },
    { lines: fits.length > 0 ? [fits.map((fit) => `- ${fitSentence(fit)}`).join("\n")] : [] },
    { lines: speeds.slice(0, shown.speeds).map((speed) => speedLine(speed)) },
    { heading: `If the same happens ${place}`, lines: causeLines(causes) },
  ];
}

/** What the sum of bytes says of the case: a plan that fits points away from the size of the model. */
function memoryBlock({ fits }: Results): Block {
  const told = fits.slice(0, shown.fits);
  const [first] = told;
  if (!first) return { lines: [] };
  const meaning = {
    fits: "By the sum of its parts it has room there, so look at what else holds the memory.",
    tight: "There is no reserve left: what else runs decides whether it survives.",
    "does-not-fit": "Begin here:",
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

/** What does not fit by its sum needs no other cause. */
const tooSmall: Block = { lines: ["**Most likely: with these settings the memory is too small.**"] };

/** Answers a report of trouble: the likeliest cause first, each cause with its check and fix, then sums and reports. */
export function composeTrouble(
  plan: Plan,
  topic: TroubleTopic,
  results: Results,
  knowledge: Knowledge,
): string {
  const causes = results.troubles.flatMap((each) => untoldCauses(each, topic.tried, knowledge));
  const said: Block[] = [{ lines: plan.notices }, { lines: results.errors }];
  const end = [reportBlock(plan.question, results), sourceBlock(results)];
  if (topic.elsewhere) return render([...elsewhereBlocks(causes, results, knowledge), ...said, ...end]);
  const others = { heading: "If it is not that", lines: causeLines(causes.slice(1)) };
  const memory = memoryBlock(results);
  const lacks = results.fits.filter(({ verdict }) => verdict === "does-not-fit");
  if (topic.tried.length === 0 && lacks.length > 0 && lacks.length === results.fits.length)
    return render([tooSmall, ...said, memory, { ...others, lines: causeLines(causes) }, ...end]);
  return render([
    ...firstBlocks(causes, topic),
    ...said,
    ...(lacks.length > 0 ? [memory, others] : [others, memory]),
    speedBlock(results, topic.tokensPerSecond),
    ...end,
  ]);
}
