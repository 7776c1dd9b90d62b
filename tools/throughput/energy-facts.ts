import type { FactBook } from "../facts.ts";
import type { ThermalRemark } from "../power/thermal.ts";
import type { Energy } from "./energy.ts";

function addDraw(book: FactBook, { watts, budgetWatts, evidence, source }: Energy, boardName: string): void {
  if (!watts || budgetWatts === null) return;
  const measured = evidence?.startsWith("measured") && source;
  const draw = { label: "draw while decoding", value: watts.expected, unit: "W" } as const;
  if (measured) book.cited("draw", draw, source, boardName);
  else {
    const budget = { label: "power budget of the mode", value: budgetWatts, unit: "W" } as const;
    book.computed("power-budget", budget, "watts of the mode, or of the highest capped one", []);
    const share = "budget × share drawn while decoding, × what a mode without a cap draws more";
    book.computed("draw", draw, share, ["power-budget"]);
  }
  const formula = measured ? "measured ÷ or × (1 + interval)" : "budget × low and high share";
  const low = { label: "draw while decoding, low end of 90 %", value: watts.low, unit: "W" } as const;
  const high = { label: "draw while decoding, high end of 90 %", value: watts.high, unit: "W" } as const;
  book.computed("draw-low", low, formula, ["draw"]);
  book.computed("draw-high", high, formula, ["draw"]);
}

function addEnergy(book: FactBook, energy: Energy): void {
  const { answerTokens, electricityUsdPerKwh } = energy;
  const tokens = { label: "tokens of an answer", value: answerTokens, unit: "1" } as const;
  book.given("answer-tokens", { ...tokens, display: `${answerTokens}` });
  const price = { label: "price of a kilowatt-hour", value: electricityUsdPerKwh, unit: "USD" } as const;
  book.given("electricity-price", price);
  const add = (
    id: string,
    label: string,
    value: number | null,
    unit: "W" | "J" | "Wh" | "USD" | "tok/s/W",
    formula: string,
    inputs: string[],
  ) => value !== null && book.computed(id, { label, value, unit }, formula, inputs);
  const each = "speed of all streams ÷ draw";
  add("efficiency", "tokens a second for each watt", energy.tokensPerSecondPerWatt, "tok/s/W", each, [
    "aggregate",
    "draw",
  ]);
  add("token-energy", "energy of a token", energy.joulesPerToken, "J", "draw ÷ speed of all streams", [
    "draw",
    "aggregate",
  ]);
  add(
    "answers-energy",
    "energy of 1,000 answers",
    energy.energyPerThousandAnswersWattHours,
    "Wh",
    "1,000 × answer tokens × energy of a token ÷ 3,600",
    ["answer-tokens", "token-energy"],
  );
  add(
    "prompts-energy",
    "energy of 1,000 prompts",
    energy.promptEnergyPerThousandWattHours,
    "Wh",
    "1,000 × draw × time to the first token ÷ 3,600",
    ["draw", "first-token"],
  );
  add(
    "answers-cost",
    "electricity of 1,000 answers",
    energy.costPerThousandAnswersUsd,
    "USD",
    "energy × price of a kilowatt-hour",
    ["answers-energy", "electricity-price"],
  );
}

/** The facts of draw and energy, and the sources of the remarks on heat. */
export function addEnergyFacts(
  book: FactBook,
  boardName: string,
  energy: Energy,
  thermal: readonly ThermalRemark[],
): void {
  addDraw(book, energy, boardName);
  if (energy.watts) addEnergy(book, energy);
  book.cite(thermal.map(({ source }) => source));
}
