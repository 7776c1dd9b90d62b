import type { FleetCost } from "../../tools/fleet/fleet-result.ts";
import type { Block } from "./block.ts";

function display({ facts }: FleetCost, id: string): string {
  return facts.find((fact) => fact.id === id)?.display ?? "?";
}

function boards({ resolved, names }: FleetCost): string {
  return resolved.devices === 1 ? `one ${names.device}` : `a fleet of ${resolved.devices} ${names.device}`;
}

function years({ resolved }: FleetCost): string {
  return resolved.years === 1 ? "over 1 year" : `over ${resolved.years} years`;
}

function atPrice(cost: FleetCost): string {
  const current = cost.unitPrices.find((price) => price.current);
  if (cost.resolved.unitPriceUsd !== undefined) return `at your ${display(cost, "unit-price")} a board`;
  return current
    ? `at ${display(cost, `price-${current.kind}-${current.date}-${current.source}`)} a board`
    : "";
}

/** What a fleet costs, in a sentence, with the day of the price. */
export function costHeadline(cost: FleetCost): string {
  if (cost.message) return cost.message;
  const answers =
    cost.perThousandAnswersUsd === null
      ? ""
      : `; a thousand answers of ${cost.names.model} cost ${display(cost, "answers-total")}, hardware included`;
  return `**About ${display(cost, "total")} for ${boards(cost)} ${years(cost)}**, ${display(cost, "per-device-year")} a board and year, ${atPrice(cost)}${answers}.`;
}

/** The same fleet at the other prices on record: what a document prints, or what held before. */
function otherPriceLines(cost: FleetCost): string[] {
  return cost.unitPrices
    .filter(({ current }) => !current)
    .map(({ kind, date, source, document }) => {
      const price = display(cost, `price-${kind}-${date}-${source}`);
      const total = display(cost, `total-at-${date}-${source}`);
      return `- At ${price}, ${document ? `as ${source} prints it` : `an earlier price (${source})`}, it would be ${total}.`;
    });
}

function billTable(cost: FleetCost): string {
  const rows = cost.lines.map(({ part, formula }) => `| ${part} | ${display(cost, part)} | ${formula} |`);
  return ["| part | cost | how |", "|---|---|---|", ...rows].join("\n");
}

/** The bill of each fleet: its lines, and the total at every other price on record. */
export function costBlocks(costs: readonly FleetCost[]): Block[] {
  return costs
    .filter(({ lines }) => lines.length > 0)
    .map((cost) => ({
      heading: `Cost: ${cost.resolved.devices} × ${cost.names.device}`,
      lines: [billTable(cost), otherPriceLines(cost).join("\n")].filter((text) => text !== ""),
    }))
    .map(({ heading, lines }) => ({ heading, lines: [lines.join("\n\n")] }));
}
