import { describe, expect, it } from "vitest";
import type { Check } from "../../../server/doctor/check.ts";
import { renderReport } from "../../../server/doctor/render.ts";

const checks: Check[] = [
  { id: "server", state: "ok", title: "Model server", message: "Ollama answers." },
  {
    id: "context",
    state: "warning",
    title: "Context",
    message: "one two three four five six seven",
    fix: "ollama x",
  },
];
const base = { server: null, machine: { compatible: [], flashedAs: [], device: null }, recommendation: null };
const plain = (_: string, text: string) => text;

describe("renderReport()", () => {
  it("lines up states, subjects and sentences, with each fix below its sentence", () => {
    const text = renderReport({ ...base, checks, ready: true }, { columns: undefined, paint: plain });
    expect(text.split("\n")).toEqual([
      "ok       Model server  Ollama answers.",
      "warning  Context       one two three four five six seven",
      "                       $ ollama x",
      "",
      "Ready, with 1 warning.",
    ]);
  });

  it("breaks lines between words at the width of the terminal, never a command", () => {
    const text = renderReport({ ...base, checks, ready: true }, { columns: 55, paint: plain });
    const lines = text.split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(55);
    expect(lines[2]).toBe("                       seven");
  });

  it("paints the state in its colour", () => {
    const paint = (colour: string, text: string) => `<${colour}>${text}</>`;
    const text = renderReport({ ...base, checks, ready: true }, { columns: undefined, paint });
    expect(text).toContain("<green>ok     </>");
    expect(text).toContain("<yellow>warning</>");
  });

  it.each([
    { states: [], ready: true, last: "Ready." },
    { states: ["problem", "problem", "warning"], ready: false, last: "Not ready: 2 problems, 1 warning." },
  ] as const)("sums $states up as $last", ({ states, ready, last }) => {
    const found = states.map((state) => ({ id: "x", state, title: "X", message: "Y" }));
    const text = renderReport({ ...base, checks: found, ready }, { columns: undefined, paint: plain });
    expect(text.split("\n").at(-1)).toBe(last);
  });
});
