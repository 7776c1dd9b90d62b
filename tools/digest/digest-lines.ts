import { estimateTokens } from "./estimate-tokens.ts";

/** What a small model is given of one result. */
export const digestTokens = 300;

/** A line of a digest; what there is nothing to say of is left out. */
export type Line = string | false | null | undefined;

/** A text cut between words to what may be spent on it. */
export function clip(text: string, tokens: number): string {
  if (estimateTokens(text) <= tokens) return text;
  const words = text.split(" ");
  let [low, high] = [1, words.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (estimateTokens(`${words.slice(0, middle).join(" ")} …`) <= tokens) low = middle;
    else high = middle - 1;
  }
  return `${words.slice(0, low).join(" ")} …`;
}

/** As many lines as a digest may hold, what decides first: a line that is too long for the rest is left out whole. */
export function digestLines(lines: readonly Line[]): string {
  const [first = "", ...rest] = lines.filter((line) => typeof line === "string" && line !== "");
  let digest = clip(String(first), digestTokens);
  for (const line of rest) {
    const longer = `${digest}\n${line}`;
    if (estimateTokens(longer) <= digestTokens) digest = longer;
  }
  return digest;
}
