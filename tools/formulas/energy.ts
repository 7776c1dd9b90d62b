import type { Dollars, Joules, TokensPerSecond, WattHours, Watts } from "../../knowledge/units.ts";

const joulesPerWattHour = 3600;
const wattHoursPerKilowattHour = 1000;

/** Energy of one token: a watt is a joule a second. */
export function joulesPerToken(watts: Watts, speed: TokensPerSecond): Joules {
  return watts / speed;
}

/** Energy of that many answers of that many tokens, decoding only. */
export function answersEnergy(answers: number, answerTokens: number, perToken: Joules): WattHours {
  return (answers * answerTokens * perToken) / joulesPerWattHour;
}

/** Energy of that many prompts, each taking the time to its first token. */
export function promptsEnergy(prompts: number, watts: Watts, firstTokenMs: number): WattHours {
  return (prompts * watts * (firstTokenMs / 1000)) / joulesPerWattHour;
}

/** What an energy costs at a price for a kilowatt-hour. */
export function energyCost(energy: WattHours, usdPerKilowattHour: Dollars): Dollars {
  return (energy / wattHoursPerKilowattHour) * usdPerKilowattHour;
}

/** Draw of a board that is busy for a share of its time and waits for the rest. */
export function meanWatts(busy: Watts, idle: Watts, dutyCycle: number): Watts {
  return busy * dutyCycle + idle * (1 - dutyCycle);
}

/** Energy of boards that are on for some hours of each day. */
export function serviceEnergy(watts: Watts, devices: number, days: number, hoursPerDay: number): WattHours {
  return watts * devices * days * hoursPerDay;
}

/** A value on the line through two points; of two points at one place the first. */
export function interpolated(
  at: number,
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
): number {
  return x0 === x1 ? y0 : y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}
