import type { Knowledge } from "../../knowledge/knowledge.ts";
import { isLanguageModel } from "../../tools/placement/workload.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";
import { parseCount } from "./words.ts";

const fleetWords = /\bfleets?\b|\bTCO\b|\btotal cost\b|\bcost of ownership\b|\brunning costs?\b|\bspares?\b/i;
const costWords = /\bcosts?\b|\bprice\b|\bexpensive\b|\bpay\b|\bspend\b|\bbudget\b/i;

const number = String.raw`(\d[\d,]*(?:\.\d+)?k?)`;
/** A number before a board's name or a word for boards; "Orin 64GB" and "8 GB" are no counts. */
const countPatterns = [
  new RegExp(String.raw`\bfleets?\s+of\s+(?:about\s+|around\s+)?${number}\b`, "i"),
  new RegExp(
    String.raw`(?<![\w.$])${number}\s*(?:[x×]\s*)?(?:(?:deployed|NVIDIA|Jetson|Super)\s+)*(?:AGX|Orin|Thor|Nano|Xavier|IGX|T[45]000|boards?|devices|units|modules|kits|Jetsons|robots)\b`,
    "i",
  ),
  /(?<![\w.$])(\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozen)\s+of\s+(?:them|these|those)\b/i,
];
const yearsPattern = /(\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)[\s-]*years?\b/i;
const failurePattern =
  /(\d+(?:\.\d+)?)\s*%\s*(?:annual\s+|yearly\s+)?fail|fail\w*(?:\s+rate)?(?:\s+of)?\s+(\d+(?:\.\d+)?)\s*%/i;
const sparesPattern = /(\d+(?:\.\d+)?)\s*%\s*(?:of\s+)?spares?\b/i;
const hoursPattern = /(\d+(?:\.\d+)?)\s*(?:hours?|h)\s*(?:a|per|\/|each|every)\s*day/i;
const electricityPattern = /(\d*\.?\d+)\s*(?:USD|dollars?|\$)?\s*(?:\/|per|a)\s*(?:kWh|kilowatt)/i;

function firstNumber(question: string, patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const text = pattern
      .exec(question)
      ?.slice(1)
      .find((group) => group !== undefined);
    const value = text === undefined ? undefined : (parseCount(text) ?? Number(text));
    if (value !== undefined && value >= 0) return value;
  }
  return undefined;
}

/** True where the cost of boards over time is asked, and not only a price or a board for a budget. */
export function asksCost(question: string): boolean {
  if (fleetWords.test(question)) return true;
  if (!costWords.test(question)) return false;
  return (
    firstNumber(question, [yearsPattern]) !== undefined || firstNumber(question, countPatterns) !== undefined
  );
}

function share(percent: number | undefined): number | undefined {
  return percent === undefined ? undefined : percent / 100;
}

function priceKindOf(question: string): "kit" | "module" | undefined {
  if (/\bkits?\b/i.test(question)) return "kit";
  return /\bmodules?\b/i.test(question) ? "module" : undefined;
}

/** The first language model named, with the settings of the question. */
function workloadOf(reading: Reading, knowledge: Knowledge): Record<string, unknown> | undefined {
  const model = reading.models.find(({ reference }) => {
    const record = typeof reference === "string" ? knowledge.models.find(reference)?.entry.value : undefined;
    return record === undefined || isLanguageModel(record);
  });
  if (!model) return undefined;
  const { contextTokens, concurrency, quantizations, runtimes } = reading;
  return {
    model: model.reference,
    ...(quantizations[0] && { quantization: quantizations[0] }),
    ...(runtimes[0] && { runtime: runtimes[0] }),
    ...(contextTokens && { contextTokens }),
    ...(concurrency && { concurrency }),
  };
}

/** What the question says of the fleet; what it leaves open is the tool's to fill in. */
function fleetOf(question: string): Record<string, number | string | undefined> {
  const hours = firstNumber(question, [hoursPattern]);
  return {
    devices: Math.round(firstNumber(question, countPatterns) ?? 1),
    years: firstNumber(question, [yearsPattern]) || undefined,
    annualFailureRate: share(firstNumber(question, [failurePattern])),
    sparesShare: share(firstNumber(question, [sparesPattern])),
    hoursPerDay: hours !== undefined && hours <= 24 ? hours : undefined,
    electricityUsdPerKwh: firstNumber(question, [electricityPattern]),
    priceKind: priceKindOf(question),
  };
}

/** The cost of a fleet of each board named; undefined where no cost over time is asked or no board is named. */
export function planCost(
  question: string,
  reading: Reading,
  knowledge: Knowledge,
): PlannedCall[] | undefined {
  const isCost = fleetWords.test(question) || (!reading.board && asksCost(question));
  if (reading.boards.length === 0 || !isCost) return undefined;
  const stated = Object.entries(fleetOf(question)).filter(([, value]) => value !== undefined);
  const workload = workloadOf(reading, knowledge);
  return reading.boards.map((device) => ({
    name: "fleet-cost",
    input: { device, ...Object.fromEntries(stated), ...(workload && { workload }) },
  }));
}
