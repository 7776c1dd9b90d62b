import type { CheckState } from "./check.ts";
import type { DoctorReport } from "./report.ts";

export type Colour = "green" | "yellow" | "red" | "blue" | "bold" | "dim";

/** How a terminal shows the report: its width in columns, none where lines are not to be broken, and its colours. */
export type Look = { columns: number | undefined; paint(colour: Colour, text: string): string };

const marks: Readonly<Record<CheckState, { word: string; colour: Colour }>> = {
  ok: { word: "ok", colour: "green" },
  warning: { word: "warning", colour: "yellow" },
  problem: { word: "problem", colour: "red" },
  information: { word: "info", colour: "blue" },
};

const GAP = "  ";
/** Narrower than this, a column of text is harder to read than a long line. */
const LEAST_TEXT = 30;

/** Breaks a text between words into lines of at most `width` characters. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}

/** "2 problems, 1 warning", and what that means. */
function summary({ checks, ready }: DoctorReport): string {
  const countOf = (state: CheckState, word: string) => {
    const count = checks.filter((check) => check.state === state).length;
    return count === 0 ? [] : [`${count} ${word}${count === 1 ? "" : "s"}`];
  };
  const found = [...countOf("problem", "problem"), ...countOf("warning", "warning")].join(", ");
  if (!ready) return `Not ready: ${found}.`;
  return found === "" ? "Ready." : `Ready, with ${found}.`;
}

/** The report as a terminal shows it: state, subject and sentence in columns, each fix below as a command. */
export function renderReport(report: DoctorReport, { columns, paint }: Look): string {
  const { checks } = report;
  const stateWidth = widest(checks.map(({ state }) => marks[state].word));
  const titleWidth = widest(checks.map(({ title }) => title));
  const indent = stateWidth + titleWidth + 2 * GAP.length;
  const width = columns === undefined ? Number.POSITIVE_INFINITY : Math.max(LEAST_TEXT, columns - indent);
  const margin = " ".repeat(indent);
  const lines = checks.flatMap(({ state, title, message, fix }) => {
    const { word, colour } = marks[state];
    const head = `${paint(colour, word.padEnd(stateWidth))}${GAP}${paint("bold", title.padEnd(titleWidth))}${GAP}`;
    const text = wrap(message, width).map((line, index) => `${index === 0 ? head : margin}${line}`);
    return fix === undefined ? text : [...text, `${margin}${paint("dim", "$")} ${fix}`];
  });
  return [...lines, "", summary(report)].join("\n");
}
