import type { Knowledge } from "../../knowledge/knowledge.ts";
import { findMentions, type Mention } from "./mentions.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";
import { withoutBoards } from "./reading-boards.ts";

/** Words in front of what somebody takes for granted. */
const presumes =
  /\b(?:since|because|given\s+(?:that|its|the)|thanks\s+to|now\s+that|considering|with\s+(?:its|the|all)|due\s+to)\b|(?:^|[,;:]\s*)as\s+(?!an?\b)/i;

/** True where a question rests on something that it takes for granted. */
export function isPresuming(question: string): boolean {
  return presumes.test(question);
}

/** Figures of boards that a question can take for granted, each with the metric it is checked by. */
const figures: readonly { metric: string; pattern: RegExp; unit: string }[] = [
  { metric: "bandwidth", pattern: /(?<![\w.])(\d[\d,]*(?:\.\d+)?)\s?GB\/s/i, unit: "GB/s" },
  {
    metric: "memory-capacity",
    pattern:
      /(?:\b(?:has|have|having|with|its|of)\s+(?:its\s+)?)(\d+)\s?(?:GB|GiB)\b(?!\/)(?:\s+(?:of\s+)?(?:\w+\s+)?(?:memory|RAM))?/i,
    unit: "GB",
  },
  {
    metric: "compute-int8-sparse",
    pattern: /(?<![\w.])(\d[\d,]*)\s?(?:(?:dense|sparse|INT8)\s+)*TOPS\b/i,
    unit: "TOPS",
  },
];

/** What a record says in words, by the words that a question uses for it. */
const fields: readonly (readonly [string, RegExp])[] = [
  ["mig", /\bMIG\b/],
  ["video", /\bNV(?:ENC|DEC)\b|\bhardware\s+(?:en|de)coder?s?\b/i],
  ["dla", /\bDLAs?\b/],
  ["nativeFormats", /\bFP[48]\b/i],
  ["jetpack", /\bJet\s?Pack\b/i],
];

const clean = (amount: string) => amount.replaceAll(",", "");

function claimOf(device: string, metric: string, value: string): PlannedCall {
  return { name: "check-claim", input: { device, metric, value } };
}

/** "The $249 Orin Nano": a price that stands at a board's name is that board's. */
function priceClaims(
  question: string,
  mentions: readonly Mention[],
  boards: readonly string[],
): PlannedCall[] {
  const [, before, after] = mentions
    .filter(({ kind }) => kind === "device")
    .map(({ start, end }) => [
      "",
      /\$\s?(\d[\d,]*)\s+(?:NVIDIA\s+)?$/i.exec(question.slice(0, start))?.[1],
      /^\s+(?:costs?|is|at|for)\s+(?:only\s+|just\s+)?\$\s?(\d[\d,]*)/i.exec(question.slice(end))?.[1],
    ])
    .find(([, first, second]) => first ?? second) ?? ["", undefined, undefined];
  const price = before ?? after;
  return price ? boards.map((device) => claimOf(device, "price", `${clean(price)} USD`)) : [];
}

function figureClaims(question: string, plain: string, boards: readonly string[]): PlannedCall[] {
  if (!isPresuming(question) && !/\bdense\b/i.test(question)) return [];
  return figures.flatMap(({ metric, pattern, unit }) => {
    const amount = pattern.exec(plain)?.[1];
    return amount ? boards.map((device) => claimOf(device, metric, `${clean(amount)} ${unit}`)) : [];
  });
}

/** Fields of a board's record that a question takes something for granted of. */
export function presumedFields(question: string): string[] {
  return isPresuming(question)
    ? fields.flatMap(([field, pattern]) => (pattern.test(question) ? [field] : []))
    : [];
}

/** Checks of everything that a question takes for granted of its boards; the calls are beside those that answer it. */
export function readPremises(question: string, reading: Reading, knowledge: Knowledge): PlannedCall[] {
  const { boards } = reading;
  if (boards.length === 0) return [];
  const mentions = findMentions(question, knowledge);
  const plain = withoutBoards(question, mentions);
  const records = presumedFields(question).length > 0 ? boards : [];
  return [
    ...figureClaims(question, plain, boards),
    ...priceClaims(question, mentions, boards),
    ...records.map((name) => ({ name: "look-up", input: { name } })),
  ];
}
