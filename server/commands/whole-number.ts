import { AppError } from "../../knowledge/errors.ts";

/** Reads a whole number above zero from the command line. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new AppError("invalid-input", `Cannot read "${text}": wanted a whole number above zero.`);
}
