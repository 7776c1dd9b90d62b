import { describe, expect, it } from "vitest";
import { createGate } from "../../../server/agent/gate.ts";
import type { CheckReport, MarkedClaim } from "../../../server/check/check.ts";

/** A check for which "true" is backed and "false" is not. */
function check(text: string): CheckReport {
  const claims = (word: string) =>
    [...text.matchAll(new RegExp(word, "g"))].map(
      ({ index }): MarkedClaim => ({ text: word, kind: "number", start: index, end: index + word.length }),
    );
  return { verified: claims("true"), given: [], unverified: claims("false") };
}

function open(options: Partial<Parameters<typeof createGate>[0]> = {}) {
  const shown: string[] = [];
  const gate = createGate({ check, show: (delta) => shown.push(delta), mustProve: false, ...options });
  return { gate, shown };
}

describe("createGate()", () => {
  it("shows a sentence when it is over, not before", () => {
    const { gate, shown } = open();
    gate.push("It is true");
    expect(shown).toEqual([]);
    gate.push(". And so");
    expect(shown).toEqual(["It is true. "]);
    expect(gate.end()).toEqual({ text: "It is true. And so", held: "" });
    expect(shown.join("")).toBe("It is true. And so");
  });

  it("shows the same text however it is cut into pieces", () => {
    const text = "One is true. Two is plain.\n- three\nThis is false. Four is true.";
    for (let size = 1; size < text.length; size++) {
      const { gate, shown } = open();
      for (let at = 0; at < text.length; at += size) gate.push(text.slice(at, at + size));
      const { text: passed, held } = gate.end();
      expect([passed, held]).toEqual([
        "One is true. Two is plain.\n- three\n",
        "This is false. Four is true.",
      ]);
      expect(shown.join("")).toBe(passed);
    }
  });

  it("holds everything from the first doubt on", () => {
    const { gate, shown } = open();
    gate.push("It is false. It is true. ");
    expect(gate.end()).toEqual({ text: "", held: "It is false. It is true. " });
    expect(shown).toEqual([]);
  });

  it("shows nothing before something is backed, where it must be", () => {
    const { gate, shown } = open({ mustProve: true });
    gate.push("Good question. ");
    expect(shown).toEqual([]);
    gate.push("It is true. Good.");
    expect(shown.join("")).toBe("Good question. It is true. ");
    expect(gate.end()).toEqual({ text: "Good question. It is true. Good.", held: "" });
  });

  it("lets no words pass that state nothing, where something must be backed", () => {
    const { gate, shown } = open({ mustProve: true });
    gate.push("Blue elephants sing. They do.");
    expect(gate.end()).toEqual({ text: "", held: "Blue elephants sing. They do." });
    expect(shown).toEqual([]);
  });

  it("puts something else in place of what does not pass, and goes on", () => {
    const { gate, shown } = open({ before: "Before. ", mend: (sentence) => `(not: ${sentence.trim()}) ` });
    gate.push("It is false. It is true.");
    expect(gate.end()).toEqual({ text: "(not: It is false.) It is true.", held: "" });
    expect(shown.join("")).toBe("(not: It is false.) It is true.");
  });

  it("holds a doubt about what stood before against nobody", () => {
    const { gate } = open({ before: "This was false. " });
    gate.push("It is true.");
    expect(gate.end().text).toBe("It is true.");
  });
});
