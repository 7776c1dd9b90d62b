import { AppError } from "../../knowledge/errors.ts";
import type { Limits } from "../scorers/scorer.ts";
import { usualLimits } from "../scorers/scorers.ts";

/** Reads "fit,co-tenant,!long". */
export function parseList(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Reads a share from 0 to 1. */
export function parseShare(text: string): number {
  const share = /^(?:\d+|\d*\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  if (share <= 1) return share;
  throw new AppError("invalid-input", `Cannot read "${text}": wanted a share from 0 to 1.`);
}

const isLimit = (name: string): name is keyof Limits => Object.hasOwn(usualLimits, name);

/** Reads "toolCalls=6,durationMs=60000"; what is not named stays as usual. */
export function parseLimits(text: string): Limits {
  const limits = { ...usualLimits };
  for (const part of parseList(text)) {
    const [, name = "", value] = /^(\w+)=(\d+)$/.exec(part) ?? [];
    if (!isLimit(name))
      throw new AppError(
        "invalid-input",
        `Cannot use the limit "${part}": wanted one of ${Object.keys(usualLimits).join(", ")} with a whole number, such as toolCalls=6.`,
      );
    limits[name] = Number(value);
  }
  return limits;
}
