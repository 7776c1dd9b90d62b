import { formatMoney } from "../format.ts";
import { type Guarded, isNullOr, isNumber, isShape, isString } from "../guards.ts";
import { Figures } from "./figures.tsx";

export const isEnergy = isShape({
  watts: isNullOr(isShape({ low: isNumber, expected: isNumber, high: isNumber })),
  budgetWatts: isNullOr(isNumber),
  tokensPerSecondPerWatt: isNullOr(isNumber),
  energyPerThousandAnswersWattHours: isNullOr(isNumber),
  costPerThousandAnswersUsd: isNullOr(isNumber),
  answerTokens: isNumber,
  electricityUsdPerKwh: isNumber,
  text: isString,
});

/** Three digits tell enough of a draw or an energy. */
function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** What the board draws while decoding, and what 1,000 answers take. */
export function EnergyView({ power }: { power: Guarded<typeof isEnergy> }) {
  const { watts, budgetWatts, tokensPerSecondPerWatt: efficiency, answerTokens, text } = power;
  const energy = power.energyPerThousandAnswersWattHours;
  const cost = power.costPerThousandAnswersUsd;
  return (
    <section>
      <h4>Power</h4>
      <Figures
        figures={[
          [
            "Draw",
            watts ? `${short(watts.expected)} W (${short(watts.low)}–${short(watts.high)})` : "unknown",
          ],
          ...(budgetWatts === null ? [] : [["Budget of the mode", `${short(budgetWatts)} W`] as const]),
          ...(efficiency === null ? [] : [["tok/s per watt", short(efficiency)] as const]),
          ...(energy === null ? [] : [["1,000 answers", `${short(energy)} Wh`] as const]),
          ...(cost === null ? [] : [["Electricity for them", formatMoney(cost)] as const]),
        ]}
      />
      <p className="note">
        {text}. An answer is {answerTokens} tokens, a kilowatt-hour {formatMoney(power.electricityUsdPerKwh)}.
      </p>
    </section>
  );
}
