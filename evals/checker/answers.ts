import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Answer } from "../../server/agent/answer.ts";
import { createAdvisor } from "../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../server/backends/built-in.ts";
import { type Evidence, evidenceOf } from "../../server/check/evidence.ts";
import type { Names } from "../../server/check/names.ts";
import type { Case } from "./corpus.ts";
import { type Chance, createChance } from "./random.ts";

const boards = [
  "Orin NX 16GB",
  "Orin NX 8GB",
  "Orin Nano 8GB",
  "AGX Orin 32GB",
  "AGX Orin 64GB",
  "Thor T5000",
];
const models = ["Llama 3.1 8B", "Qwen2.5-VL-7B", "Gemma 3 4B", "Qwen3-32B", "gpt-oss-20b", "Llama 3.3 70B"];

/** Questions of every kind the built-in answerer knows, and each model on each board. */
export const questions: readonly string[] = [
  "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?",
  "Can Thor run Llama 3.3 70B, and how fast?",
  "Do two 70B models at 4 bit fit on Thor?",
  "Does gpt-oss-20b run on an AGX Orin 64GB and how fast is it?",
  "Does a 175B model at W4A16 fit on Thor?",
  "What is the cheapest board for a local 7B model?",
  "Which board do I need for one 1080p detection stream?",
  "Which Jetson for a battery sensor with a 5 W budget?",
  "Which runtime for 2,000 requests a day on AGX Orin?",
  "Can Orin run FP4?",
  "How fast is Molmo-7B on Thor?",
  "Which board is coolest for Qwen2.5-VL-7B and YOLO?",
  "What is the fastest board for Llama 3.1 8B under $2,000?",
  "Compare Orin NX and AGX Orin for Llama 3.1 8B",
  "Plan a system for Qwen3-8B and YOLO11s with 60 W",
  "Is 52 tok/s for an 8B Q4_K_M on AGX Orin true?",
  "Can an Orin NX do 36.5 tok/s with a 7B?",
  "Is the AGX Orin bandwidth really 273 GB/s?",
  "Who measured Qwen3-8B on Thor?",
  "Has anybody measured gpt-oss-20b on an Orin NX 16GB?",
  "Longest context for Qwen3-8B on Orin NX 16GB?",
  "What does it cost to run 5 Orin NX 16GB for 3 years?",
  "What does a Thor cost?",
  "How much power does AGX Orin draw?",
  "Can 4 users share Qwen3-8B on AGX Orin 64GB?",
  ...boards.flatMap((board) => models.map((model) => `Can I run ${model} on ${board}, and how fast?`)),
];

type Change = { kind: string; text: string; start: number; end: number };

/** Numbers with a unit that no fact, no word of a tool and not the question holds: to write one is wrong. */
function isInvented(written: string, shownElsewhere: string): boolean {
  return !shownElsewhere.includes(written);
}

const withUnit = /(?<![\w.,/#-])(\d[\d,]*(?:\.\d+)?) (GB|MB|tok\/s|USD|W|s|ms)(?![\w/])/g;

function changedDigits(digits: string, kind: string, chance: Chance): string {
  if (kind === "×10")
    return digits.includes(".") ? digits.replace(/(\d+)\.(\d)/, "$1$2.").replace(/\.$/, "") : `${digits}0`;
  if (kind === "×1000")
    return digits.includes(".")
      ? String(Math.round(Number(digits.replaceAll(",", "")) * 1000))
      : `${digits},000`;
  const places = [...digits].flatMap((mark, at) => (/\d/.test(mark) ? [at] : []));
  const place = chance.pick(places);
  const digit = (Number(digits[place]) + 1 + chance.below(9)) % 10;
  return digits.slice(0, place) + (place === 0 && digit === 0 ? 1 : digit) + digits.slice(place + 1);
}

/** Changes of single numbers of an answer, each in its place. */
function numberChanges(text: string, known: string, chance: Chance): Change[] {
  const found = [...text.matchAll(withUnit)];
  if (found.length === 0) return [];
  return ["digit", "×10", "×1000", "GB↔GiB"].flatMap((kind): Change[] => {
    const match = chance.pick(found);
    const [whole, digits = "", unit = ""] = match;
    const isBinary = kind === "GB↔GiB";
    if (isBinary && unit !== "GB") return [];
    const written = isBinary ? `${digits} GiB` : `${changedDigits(digits, kind, chance)} ${unit}`;
    if (written === whole || !isInvented(written, known)) return [];
    const changed = text.slice(0, match.index) + written + text.slice(match.index + whole.length);
    return [{ kind, text: changed, start: match.index, end: match.index + written.length }];
  });
}

const flips: readonly (readonly [RegExp, string])[] = [
  [/It fits(?=:)/, "It does not fit"],
  [/It does not fit(?=:)/, "It fits"],
  [/Yes, it fits/, "No, it does not fit"],
  [/No, it does not fit/, "Yes, it fits"],
  [/too slow to talk to/, "fast enough to talk to"],
  [/fast enough to talk to/, "too slow to talk to"],
];

/** The verdicts of the built-in answerer turned into their opposites, wherever its sentences have them. */
function verdictChanges(text: string): Change[] {
  return flips.flatMap(([pattern, words]): Change[] => {
    const match = pattern.exec(text);
    if (!match) return [];
    const changed = text.slice(0, match.index) + words + text.slice(match.index + match[0].length);
    return [{ kind: "flipped verdict", text: changed, start: match.index, end: match.index + words.length }];
  });
}

/** Needed and left over of one sentence exchanged; they are never the same at three digits. */
function quantityChanges(text: string): Change[] {
  const match = /(needs? )([\d.]+ [GM]B)( with the system[^;\n]*; (?:that is )?)([\d.]+ [GM]B)/.exec(text);
  if (!match) return [];
  const [whole, verb = "", one = "", between = "", other = ""] = match;
  if (one === other) return [];
  const words = `${verb}${other}${between}${one}`;
  const changed = text.slice(0, match.index) + words + text.slice(match.index + whole.length);
  return [{ kind: "swapped quantities", text: changed, start: match.index, end: match.index + words.length }];
}

/** A marker moved behind the sentence on memory, which no passage speaks of; and one of no passage at all. */
function citationChanges(text: string, { passages }: Evidence): Change[] {
  const match = /(?:stays free|short)\.$/m.exec(text);
  const [first] = passages;
  if (!match) return [];
  const at = match.index + match[0].length;
  const add = (kind: string, id: string): Change => ({
    kind,
    text: `${text.slice(0, at)} [${id}]${text.slice(at)}`,
    start: at + 1,
    end: at + 3 + id.length,
  });
  const line = text.slice(text.lastIndexOf("\n", match.index) + 1, match.index);
  const sharesFigure =
    first && (line.match(/[\d.]+ GB/g) ?? []).some((figure) => first.text.includes(figure));
  return [
    add("invented citation", "vlm-sizing-2026#made-up-rule"),
    ...(first && !sharesFigure ? [add("moved citation", first.id)] : []),
  ];
}

function casesOf(answer: Answer, names: Names, chance: Chance): Case[] {
  const { question, answer: text, toolCalls, citations } = answer;
  const evidence = evidenceOf(question, toolCalls, names, citations);
  const known = [
    question,
    text,
    JSON.stringify(toolCalls),
    ...evidence.facts.map(({ display }) => display),
  ].join("\n");
  const about = { isHeldOut: false, evidence };
  const right: Case = { ...about, id: question, kind: "built-in answers", isWrong: false, text, wrong: [] };
  const changes = [
    ...numberChanges(text, known, chance),
    ...verdictChanges(text),
    ...quantityChanges(text),
    ...citationChanges(text, evidence),
  ];
  const wrong = changes.map(
    ({ kind, text: changed, start, end }): Case => ({
      ...about,
      id: `${question} / ${kind}`,
      kind,
      isWrong: true,
      text: changed,
      wrong: [{ start, end }],
    }),
  );
  return [right, ...wrong];
}

/** The built-in answers to questions, as they are and with one thing changed. */
export async function answerCases(
  asked: readonly string[],
  knowledge: Knowledge,
  names: Names,
  seed: number,
): Promise<Case[]> {
  const chance = createChance(seed);
  const advisor = createAdvisor(createBuiltInBackend(), knowledge, () => 0);
  const cases: Case[] = [];
  for (const question of asked) cases.push(...casesOf(await advisor.ask(question), names, chance));
  return cases;
}
