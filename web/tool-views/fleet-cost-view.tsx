import { capital, formatCount, formatMoney } from "../format.ts";
import { type Guarded, isBoolean, isListOf, isNullOr, isNumber, isShape, isString } from "../guards.ts";
import { Card, GroundsView } from "./card.tsx";
import { Figures } from "./figures.tsx";
import { groundsShape } from "./grounds.ts";
import { Table } from "./table.tsx";

export const isFleetCost = isShape({
  ...groundsShape,
  names: isShape({ device: isString, model: isNullOr(isString) }),
  unitPrices: isListOf(
    isShape({
      value: isNumber,
      kind: isString,
      date: isString,
      source: isString,
      current: isBoolean,
      totalUsd: isNumber,
    }),
  ),
  totalUsd: isNullOr(isNumber),
  perDevicePerYearUsd: isNullOr(isNumber),
  perThousandAnswersUsd: isNullOr(isNumber),
  lines: isListOf(isShape({ part: isString, usd: isNumber, formula: isString })),
  message: isNullOr(isString),
  resolved: isShape({ devices: isNumber, years: isNumber }),
});

type FleetCost = Guarded<typeof isFleetCost>;

function BillTable({ lines, totalUsd }: Pick<FleetCost, "lines" | "totalUsd">) {
  if (lines.length === 0) return null;
  return (
    <Table
      caption="What it costs"
      columns={[{ name: "Part" }, { name: "How" }, { name: "USD", isFigure: true }]}
      rows={lines.map(({ part, formula, usd }) => [capital(part), formula, formatMoney(usd)])}
      {...(totalUsd !== null && { total: ["Total", "", formatMoney(totalUsd)] })}
    />
  );
}

function PricesTable({ unitPrices }: Pick<FleetCost, "unitPrices">) {
  if (unitPrices.length < 2) return null;
  return (
    <Table
      caption="The same fleet at every price on record"
      columns={[{ name: "A board", isFigure: true }, { name: "Of" }, { name: "Total", isFigure: true }]}
      rows={unitPrices.map(({ value, kind, date, source, current, totalUsd }) => [
        formatMoney(value),
        `${kind}, ${date}${current ? ", now" : ""} (${source})`,
        formatMoney(totalUsd),
      ])}
    />
  );
}

/** What a fleet costs over its years, part by part, and at the other prices on record. */
export function FleetCostView({ output }: { output: FleetCost }) {
  const { names, resolved, totalUsd, perDevicePerYearUsd, perThousandAnswersUsd, message } = output;
  const fleet = `${formatCount(resolved.devices, "board")}, ${formatCount(resolved.years, "year")}`;
  const money = (usd: number | null) => (usd === null ? "unknown" : formatMoney(usd));
  return (
    <Card
      title={`Cost of ${names.device}`}
      details={
        <>
          <BillTable lines={output.lines} totalUsd={totalUsd} />
          <PricesTable unitPrices={output.unitPrices} />
          <GroundsView grounds={output} />
        </>
      }
    >
      {message && <p>{message}</p>}
      <Figures
        figures={[
          [fleet, money(totalUsd)],
          ["A board and year", money(perDevicePerYearUsd)],
          ...(names.model === null
            ? []
            : [[`1,000 answers of ${names.model}`, money(perThousandAnswersUsd)] as const]),
        ]}
      />
    </Card>
  );
}
