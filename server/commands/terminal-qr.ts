import { renderUnicodeCompact } from "uqr";

/** White on black, whatever the colours of the terminal: cameras want dark modules on a light ground. */
const COLOURS = "\x1b[97;40m";
const RESET = "\x1b[0m";
/** Modules of white around the code, as its standard wants. */
const QUIET_ZONE = 4;

/** A QR code as lines of a terminal, two rows of modules in each, so that it fits into 24 lines. */
export function toTerminalQr(text: string): string {
  const lines = renderUnicodeCompact(text, { border: QUIET_ZONE }).split("\n");
  return lines.map((line) => `${COLOURS}${line}${RESET}`).join("\n");
}
