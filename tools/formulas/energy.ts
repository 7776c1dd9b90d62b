import type { Dollars, Joules, TokensPerSecond, WattHours, Watts } from "../../knowledge/units.ts";

const joulesPerWattHour = 3600;
const hoursPerDay = 24;
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
export function serviceEnergy(watts: Watts, devices: number, days: number, hours = hoursPerDay): WattHours {
  return watts * devices * days * hours;
}
