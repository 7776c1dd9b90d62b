import type { Throughput } from "../../tools/estimate-throughput.ts";
import type { ThermalRemark } from "../../tools/power/thermal.ts";
import { type Block, unique } from "./block.ts";
import type { Results } from "./results.ts";

const powerWords =
  /\bwatts?\b|(?<!\d\s?)\bW\b(?=\s*\?)|\bpower\b(?!\s*mode)|\benerg|\bjoules?\b|\b\d*\s?k?Wh\b|\belectricity\b|\bdraws?\b|\befficien|\bcosts?\b.*\banswers?\b|\bbattery\s+(?:life|runtime)|\bhow\s+long\b[^.?!]*\blast|\banswers?\b.*\bcosts?\b/i;
const heatWords =
  /\bthrottl|\bthermal|\bheat|\bhot\b|\bfans?\b|\bfanless\b|\bcool(?:ing|ed|er)?\b|\bpassive/i;

/** True where watts or energy are asked. */
export function asksPower(question: string): boolean {
  return powerWords.test(question);
}

/** True where heat, cooling or throttling is asked. */
export function asksHeat(question: string): boolean {
  return heatWords.test(question);
}

function display({ facts }: Throughput, id: string): string {
  return facts.find((fact) => fact.id === id)?.display ?? "?";
}

const known = ({ power }: Throughput) => power.watts !== null && power.joulesPerToken !== null;

/** Draw and energy of the first board whose power is known, for the opening; empty where none is or none is asked. */
export function powerClause(question: string, speeds: readonly Throughput[]): string {
  const first = speeds.find(known);
  if (!first || !asksPower(question)) return "";
  const { device, powerMode, model } = first.names;
  return `The ${device}${powerMode ? ` in ${powerMode}` : ""} draws about ${display(first, "draw")} while it runs ${model}: ${display(first, "efficiency")}, and a thousand answers of ${display(first, "answer-tokens")} tokens take about ${display(first, "answers-energy")} (${display(first, "answers-cost")} of electricity).`;
}

function powerLine(speed: Throughput): string {
  const { device, powerMode, model } = speed.names;
  const where = `${model} on ${device}${powerMode ? ` in ${powerMode}` : ""}`;
  if (!known(speed)) return `- ${where}: ${speed.power.text}.`;
  const range = `likely between ${display(speed, "draw-low")} and ${display(speed, "draw-high")}`;
  const prompts =
    speed.power.promptEnergyPerThousandWattHours === null
      ? ""
      : `, and their prompts ${display(speed, "prompts-energy")}`;
  return `- ${where}: about ${display(speed, "draw")} while decoding (${range}), ${display(speed, "efficiency")}, ${display(speed, "token-energy")} a token; a thousand answers of ${display(speed, "answer-tokens")} tokens take ${display(speed, "answers-energy")}${prompts}, at ${display(speed, "electricity-price")} a kilowatt-hour ${display(speed, "answers-cost")}. Watts: ${speed.power.text}.`;
}

function remarkLines(remarks: readonly ThermalRemark[]): string[] {
  return unique(remarks.map(({ text, source }) => `- ${text} (${source})`));
}

/** Watts and energy of each speed, where they are asked. */
export function powerBlock(question: string, { speeds }: Pick<Results, "speeds">): Block {
  return { heading: "Power", lines: asksPower(question) ? speeds.map(powerLine) : [] };
}

/** What the documents say of heat and supply of the boards, where it is asked. */
export function heatBlock(question: string, results: Pick<Results, "speeds" | "costs" | "lookUps">): Block {
  const { speeds, costs, lookUps } = results;
  const remarks = [...speeds, ...costs, ...lookUps].flatMap(({ thermal }) => thermal);
  return { heading: "Heat and cooling", lines: asksHeat(question) ? remarkLines(remarks) : [] };
}
