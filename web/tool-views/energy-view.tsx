import { formatMoney } from "../format.ts";
import type { Energy } from "./energy.ts";
import { Figures } from "./figures.tsx";

/** Three digits tell enough of a draw or an energy. */
function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** What the board draws while decoding, and what 1,000 answers take. */
export function EnergyView({ power }: { power: Energy }) {
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
