/** Decimal gigabytes with two digits, so that the lines of a table can be added up: 4.68. */
export function formatGigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(2);
}

/** Tokens or frames per second as the answers write them: 3.1, 41. */
export function formatSpeed(tokensPerSecond: number): string {
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

/** A text that begins a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A count with its noun: 1 number, 2 numbers. */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** US dollars as the answers write them: 245,472 USD, 0.022 USD. */
export function formatMoney(dollars: number): string {
  if (dollars < 10) return `${Number(dollars.toPrecision(2))} USD`;
  return `${dollars.toFixed(0).replace(/\B(?=(?:\d{3})+$)/g, ",")} USD`;
}
