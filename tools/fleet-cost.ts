import { z } from "zod";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { type Dollars, formatDollars } from "../knowledge/units.ts";
import { recordAssumptions } from "./assumptions.ts";
import { assumedLines } from "./digest/assumed-lines.ts";
import { digestLines } from "./digest/digest-lines.ts";
import { type Throughput, throughputOf } from "./estimate-throughput.ts";
import { type Bill, type BillLine, electricityLines, toBill } from "./fleet/bill.ts";
import { fleetFacts } from "./fleet/fleet-facts.ts";
import { type Fleet, FleetInput } from "./fleet/fleet-input.ts";
import { toFleet } from "./fleet/fleet-plan.ts";
import type { FleetCost, PricedTotal } from "./fleet/fleet-result.ts";
import { type UnitPrice, unitPrices } from "./fleet/unit-prices.ts";
import { meanWatts, serviceEnergy } from "./formulas/energy.ts";
import { answersGiven, billTotal, daysOf } from "./formulas/fleet-cost.ts";
import { fields } from "./offered/fields.ts";
import { type Board, toBoard } from "./placement/board.ts";
import { decodeDraw, idleDraw } from "./power/draw.ts";
import { thermalRemarks } from "./power/thermal.ts";
import { defineTool, type ToolResult } from "./tool.ts";

/** Draw of one board over its hours: busy for a share of them, waiting for the rest. */
function meanDraw(board: Board, { dutyCycle }: Fleet, speed: Throughput | null, knowledge: Knowledge) {
  const busy = speed?.power.watts ?? decodeDraw(board, null, knowledge)?.watts;
  const idle = idleDraw(board, knowledge);
  return busy && idle ? meanWatts(busy.expected, idle.expected, dutyCycle) : null;
}

function partOf(lines: readonly BillLine[], ...parts: BillLine["part"][]): Dollars | null {
  const own = lines.filter(({ part }) => parts.includes(part));
  return own.length > 0 ? billTotal(own) : null;
}

function perThousandAnswers(
  totalUsd: Dollars | null,
  fleet: Fleet,
  speed: Throughput | null,
): Dollars | null {
  const { answerTokens, devices, years, hoursPerDay, dutyCycle } = fleet;
  const each = speed?.aggregateTokensPerSecond?.expected;
  if (totalUsd === null || each === undefined) return null;
  const answers = answersGiven(each, answerTokens, devices, daysOf(years), hoursPerDay, dutyCycle);
  return answers > 0 ? (1000 * totalUsd) / answers : null;
}

function byDocument(prices: FleetCost["unitPrices"]): PricedTotal | null {
  const found = prices.find(({ document }) => document);
  if (!found) return null;
  const { value, kind, date, source, totalUsd } = found;
  return { value, kind, date, source, totalUsd };
}

function priceAssumptions(input: FleetInput, current: UnitPrice | undefined): string[] {
  if (input.unitPriceUsd !== undefined) return [];
  if (!current) return [];
  const { value, kind, date, source } = current;
  const price = `${formatDollars(value)} for the ${kind}, ${date}, the newest on record (${source})`;
  const extra = kind === "module" && input.carrierUsd === undefined;
  return [
    price,
    ...(extra ? ["carrier board, supply, cooling and storage of the modules are not counted"] : []),
  ];
}

function unknownPrice(board: Board, { priceKind }: FleetInput): string {
  const what = priceKind ? `${priceKind} price` : "price";
  return `No ${what} of ${board.name} is on record: state one as unitPriceUsd. Boards, spares and replacements are not counted.`;
}

function speedOf(input: FleetInput, board: Board, fleet: Fleet, knowledge: Knowledge): Throughput | null {
  if (!input.workload) return null;
  const { answerTokens, electricityUsdPerKwh } = fleet;
  const where = { device: board.reference, ...(board.mode && { powerMode: board.mode.name }) };
  return throughputOf({ ...where, ...input.workload, answerTokens, electricityUsdPerKwh }, knowledge);
}

/** The workload as it was resolved, without what the fleet itself says. */
function workloadOf({ resolved }: Throughput): NonNullable<FleetInput["workload"]> {
  const { device, powerMode, answerTokens, electricityUsdPerKwh, ...workload } = resolved;
  return workload;
}

function noSpeed({ names, blockers }: Throughput): string {
  const why = blockers.map(({ message }) => ` ${message}`).join("");
  return `no speed of ${names.model} is known on this board, so no cost of its answers.${why}`;
}

/** The money of a fleet at the price that holds, and at every other one on record. */
function moneyOf(fleet: Fleet, unitPrice: Dollars | undefined, energy: number | null) {
  const bill: Bill | null = unitPrice === undefined ? null : toBill(fleet, unitPrice, energy);
  const lines = bill?.lines ?? electricityLines(fleet, energy);
  const totalUsd = bill?.totalUsd ?? null;
  return {
    unitPriceUsd: unitPrice ?? null,
    hardwareUsd: partOf(lines, "boards", "carriers", "cooling"),
    sparesUsd: partOf(lines, "spares"),
    replacementsUsd: partOf(lines, "replacements"),
    energyKwh: energy === null ? null : energy / 1000,
    energyUsd: partOf(lines, "electricity"),
    totalUsd,
    perDevicePerYearUsd: totalUsd === null ? null : totalUsd / (fleet.devices * fleet.years),
    lines,
  };
}

function run(input: FleetInput, everything: Knowledge): FleetCost {
  const { knowledge, sources: assumed } = recordAssumptions(everything);
  const board = toBoard(input.device, input.powerMode, knowledge);
  const plan = toFleet(input, knowledge);
  const { fleet } = plan;
  const speed = speedOf(input, board, fleet, knowledge);
  const watts = meanDraw(board, fleet, speed, knowledge);
  const days = daysOf(fleet.years);
  const energy = watts === null ? null : serviceEnergy(watts, fleet.devices, days, fleet.hoursPerDay);
  const listed = unitPrices(board, input.priceKind, knowledge);
  const current = listed.find((price) => price.current);
  const money = moneyOf(fleet, input.unitPriceUsd ?? current?.value, energy);
  const priced = listed.map((price) => ({ ...price, totalUsd: toBill(fleet, price.value, energy).totalUsd }));
  const { priceKind, unitPriceUsd } = input;
  const cost: Omit<FleetCost, keyof ToolResult> = {
    names: { device: board.name, powerMode: board.mode?.name ?? null, model: speed?.names.model ?? null },
    unitPrices: priced,
    ...money,
    wattsPerDevice: watts,
    perThousandAnswersUsd: perThousandAnswers(money.totalUsd, fleet, speed),
    byDocumentPrice: byDocument(priced),
    message: money.totalUsd === null ? unknownPrice(board, input) : null,
    thermal: thermalRemarks(board, knowledge),
    resolved: {
      device: board.reference,
      ...(board.mode && { powerMode: board.mode.name }),
      ...fleet,
      ...(priceKind && { priceKind }),
      ...(unitPriceUsd !== undefined && { unitPriceUsd }),
      ...(speed && { workload: workloadOf(speed) }),
    },
    assumptions: [
      ...board.assumptions,
      ...priceAssumptions(input, current),
      ...plan.assumptions,
      ...(speed && !speed.decodeTokensPerSecond ? [noSpeed(speed)] : []),
      ...(watts === null ? [`no watts of ${board.name} are on record: electricity is not counted`] : []),
    ],
  };
  return { ...cost, ...fleetFacts(cost, board, speed, assumed(), knowledge) };
}

/** Who says what was assumed, and how surely. */
const remark = / \([^()]*confidence\)$/;

const orUnknown = (amount: Dollars | null) => (amount === null ? "unknown" : formatDollars(amount));

/** What does a fleet cost over its years? */
export const fleetCost = defineTool({
  name: "fleet-cost",
  description:
    "What a number of boards cost over years of service: purchase, spares, replacements, electricity, at the current price and at the documents' one.",
  input: FleetInput,
  example: { device: "agx-orin-64gb", devices: 100, years: 3 },
  offered: z.strictObject({
    device: fields.device,
    devices: z.number().meta({ type: "integer" }).describe("number of boards"),
    powerMode: fields.powerMode,
    years: z.number().optional(),
    hoursPerDay: z.number().optional(),
    dutyCycle: z.number().describe("busy share, 0 to 1").optional(),
    priceKind: z.enum(["kit", "module"]).optional(),
    unitPriceUsd: z.number().describe("your own price").optional(),
    electricityUsdPerKwh: z.number().optional(),
  }),
  run,
  digest: ({ names, resolved, totalUsd, perDevicePerYearUsd, lines, byDocumentPrice, message, ...rest }) => {
    const current = rest.unitPrices.find((price) => price.current);
    return digestLines([
      message,
      `${resolved.devices} × ${names.device}, ${resolved.years} years: ${orUnknown(totalUsd)}, ${orUnknown(perDevicePerYearUsd)} a board and year`,
      resolved.unitPriceUsd === undefined &&
        current &&
        `price ${formatDollars(current.value)} (${current.kind}, ${current.date}) [${current.source}]`,
      byDocumentPrice
        ? `at the document's ${formatDollars(byDocumentPrice.value)} (${byDocumentPrice.kind}, ${byDocumentPrice.date}) [${byDocumentPrice.source}]: ${formatDollars(byDocumentPrice.totalUsd)}`
        : "no document prints a price of this kind",
      ...lines.map(({ part, usd }) => `${part} ${formatDollars(usd)}`),
      rest.perThousandAnswersUsd !== null && `1,000 answers ${formatDollars(rest.perThousandAnswersUsd)}`,
      ...assumedLines(rest.assumptions.map((text) => text.replace(remark, ""))),
    ]);
  },
});
