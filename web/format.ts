/** Decimal gigabytes with two digits, so that the lines of a table can be added up: 4.68. */
export function formatGigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(2);
}

/** A speed below one to two digits, written out, since slow is not standing still. */
function smallSpeed(tokensPerSecond: number): string {
  if (tokensPerSecond <= 0) return "0";
  const decimals = Math.min(100, 1 - Math.floor(Math.log10(tokensPerSecond)));
  return tokensPerSecond.toFixed(decimals).replace(/\.?0+$/, "");
}

/** Tokens or frames per second as the answers write them: 0.047, 3.1, 41. */
export function formatSpeed(tokensPerSecond: number): string {
  if (tokensPerSecond < 0.995) return smallSpeed(tokensPerSecond);
  return tokensPerSecond.toFixed(tokensPerSecond < 9.95 ? 1 : 0);
}

/** A measured speed as its source prints it: 26.8, 154. */
export function formatMeasured(tokensPerSecond: number): string {
  return String(Number(tokensPerSecond.toPrecision(4)));
}

/** A duration as the answers write it: 85 ms, 2.4 s. */
export function formatDuration(durationMs: number): string {
  return durationMs < 999.5 ? `${durationMs.toFixed(0)} ms` : `${(durationMs / 1000).toFixed(1)} s`;
}

/** A text that begins a line; a name with a point, such as llama.cpp, stays as it is written. */
export function capital(text: string): string {
  if (/^\S+\.\S/.test(text)) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A whole number in groups of three digits: 1,800. */
export function formatInteger(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** A count with its noun: 1 number, 2 numbers. */
export function formatCount(count: number, noun: string): string {
  return `${formatInteger(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** US dollars as the answers write them: 245,472 USD, 0.022 USD. */
export function formatMoney(dollars: number): string {
  if (dollars < 10) return `${Number(dollars.toPrecision(2))} USD`;
  return `${formatInteger(Math.round(dollars))} USD`;
}
