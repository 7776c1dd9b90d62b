import type { Dollars, TokensPerSecond } from "../../knowledge/units.ts";

/** Days of a year with its share of the leap day. */
const daysPerYear = 365.25;
/** A count this close above a whole number is that number: 0.07 × 100 is 7.000000000000001. */
const rounding = 1e-9;

/** Days in that many years. */
export function daysOf(years: number): number {
  return years * daysPerYear;
}

/** Whole boards kept as spares. */
export function spareBoards(devices: number, share: number): number {
  return Math.max(0, Math.ceil(devices * share - rounding));
}

/** Boards expected to fail over the years; a mean, so not always whole. */
export function expectedFailures(devices: number, annualFailureRate: number, years: number): number {
  return devices * annualFailureRate * years;
}

/** Answers of boards that decode for a share of their hours. */
export function answersGiven(
  speed: TokensPerSecond,
  answerTokens: number,
  devices: number,
  days: number,
  hoursPerDay: number,
  dutyCycle: number,
): number {
  const busySeconds = devices * days * hoursPerDay * 3600 * dutyCycle;
  return (busySeconds * speed) / answerTokens;
}

/** The sum of a bill's lines, in their order. */
export function billTotal(lines: readonly { usd: Dollars }[]): Dollars {
  return lines.reduce((sum, { usd }) => sum + usd, 0);
}
