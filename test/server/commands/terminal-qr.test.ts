import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { toTerminalQr } from "../../../server/commands/terminal-qr.ts";

const link = "http://192.168.100.120:7860/pair/AAAAAAAAAAAAAAAAAAAAAA";

/** The half blocks as rows of modules again: true is dark. */
function toModules(lines: readonly string[]): boolean[][] {
  return lines.flatMap((line) => [
    [...line].map((block) => block === "▄" || block === " "),
    [...line].map((block) => block === "▀" || block === " "),
  ]);
}

describe("toTerminalQr()", () => {
  const whiteOnBlack = "\x1b[97;40m";
  const reset = "\x1b[0m";
  const coloured = toTerminalQr(link).split("\n");
  const lines = coloured.map((line) => line.slice(whiteOnBlack.length, -reset.length));

  it("shows the modules of the code, white around them", () => {
    const wanted = encode(link, { border: 4 }).data;
    expect(toModules(lines).slice(0, wanted.length)).toEqual(wanted);
    expect(lines[0]).toBe("█".repeat(wanted.length));
    expect(lines[1]).toBe("█".repeat(wanted.length));
  });

  it("sets its colours in every line and resets them", () => {
    for (const line of lines) expect(line).toMatch(/^[█▀▄ ]+$/);
    expect(coloured).toEqual(lines.map((line) => whiteOnBlack + line + reset));
  });

  it("fits into a terminal of 80 × 24 with a link of usual length", () => {
    expect(lines.length).toBeLessThanOrEqual(22);
    expect(lines[0]?.length).toBeLessThanOrEqual(80);
  });
});
