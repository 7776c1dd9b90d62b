import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBytes, formatDollars, formatDuration, formatSpeed } from "../../../knowledge/units.ts";
import { checkText } from "../../../server/check/check.ts";
import { evidenceOf } from "../../../server/check/evidence.ts";
import { namesOf } from "../../../server/check/names.ts";
import type { Fact, FactUnit } from "../../../tools/facts.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const names = namesOf(knowledge);

function fact(value: number, unit: FactUnit, id = "fact", entity = "a plan"): Fact {
  return { id, label: id, entity, value, unit, display: "", basis: { kind: "given" } };
}

const check = (text: string, facts: Fact[] = [], question = "", words: string[] = []) => {
  const output = { facts, sources: [], words };
  return checkText(text, evidenceOf(question, [{ name: "fake", input: {}, output }], names));
};
const texts = (numbers: { text: string }[]) => numbers.map(({ text }) => text);

/** Values of every kind of fact, with the text the tools would show them in. */
const shown = fc.oneof(
  fc
    .double({ min: 22e6, max: 9e11, noNaN: true })
    .map((value) => ({ value, unit: "B" as const, text: formatBytes(value) })),
  fc
    .double({ min: 0, max: 5e3, noNaN: true })
    .map((value) => ({ value, unit: "tok/s" as const, text: formatSpeed(value) })),
  fc
    .double({ min: 0, max: 1e6, noNaN: true })
    .map((value) => ({ value, unit: "ms" as const, text: formatDuration(value) })),
  fc
    .double({ min: 0, max: 1e5, noNaN: true })
    .map((value) => ({ value, unit: "USD" as const, text: formatDollars(value) })),
);

describe("checkText()", () => {
  it.each([
    { text: "4.49 GB", value: 4.4932e9, unit: "B" },
    { text: "4.5 GB", value: 4.4932e9, unit: "B" },
    { text: "4 GB", value: 4.4932e9, unit: "B" },
    { text: "4493 MB", value: 4.4932e9, unit: "B" },
    { text: "4.18 GiB", value: 4.4932e9, unit: "B" },
    { text: "3.18 GB short", value: -3.184e9, unit: "B" },
    { text: "10 tok/s", value: 10.49, unit: "tok/s" },
    { text: "2.4 s", value: 2360, unit: "ms" },
    { text: "3,499 USD", value: 3499, unit: "USD" },
    { text: "$3,499", value: 3499, unit: "USD" },
  ] as const)("verifies $text by a fact of $value $unit", ({ text, value, unit }) => {
    expect(check(text, [fact(value, unit, "fact")])).toMatchObject({
      verified: [{ text: text.replace(" short", ""), fact: "1.fact" }],
      given: [],
      unverified: [],
    });
  });

  it.each([
    { text: "4.62 GB", value: 4.4932e9, unit: "B" },
    { text: "4.6 GB", value: 4.4932e9, unit: "B" },
    { text: "4.51 GB", value: 4.4932e9, unit: "B" },
    { text: "4.49 GiB", value: 4.4932e9, unit: "B" },
    { text: "4.49 MB", value: 4.4932e9, unit: "B" },
    { text: "4.49 GB/s", value: 4.4932e9, unit: "B" },
    { text: "11 tok/s", value: 10.49, unit: "tok/s" },
    { text: "10 tok/s", value: 10, unit: "W" },
    { text: "10", value: 10, unit: "tok/s" },
    { text: "2.4 ms", value: 2360, unit: "ms" },
    { text: "34,990 USD", value: 3499, unit: "USD" },
  ] as const)("does not verify $text by a fact of $value $unit", ({ text, value, unit }) => {
    expect(check(text, [fact(value, unit)])).toMatchObject({
      verified: [],
      given: [],
      unverified: [{ text }],
    });
  });

  it("verifies what the formatters show of a fact, whatever its value", () => {
    fc.assert(
      fc.property(shown, ({ value, unit, text }) => {
        const report = check(`It is ${text} here.`, [fact(value, unit)]);
        expect(report).toMatchObject({ verified: [{ text, fact: "1.fact" }], given: [], unverified: [] });
      }),
    );
  });

  it("does not verify a fact with another digit", () => {
    fc.assert(
      fc.property(shown, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ value, unit, text }, at, by) => {
        const digits = [...text.matchAll(/\d/g)];
        const match = digits[at % digits.length];
        const digit = (Number(match?.[0]) + by) % 10;
        const changed = text.slice(0, match?.index) + digit + text.slice((match?.index ?? 0) + 1);
        expect(check(`It is ${changed} here.`, [fact(value, unit)]).verified).toEqual([]);
      }),
    );
  });

  it("does not verify gibibytes where the fact is in gigabytes, or the other way round", () => {
    fc.assert(
      fc.property(fc.double({ min: 22e6, max: 9e11, noNaN: true }), (value) => {
        const binary = formatBytes(value).replace("B", "iB");
        expect(check(binary, [fact(value, "B")]).verified).toEqual([]);
        expect(
          check(formatBytes(value), [
            fact(value * (binary.endsWith("GiB") ? 2 ** 30 / 1e9 : 2 ** 20 / 1e6), "B"),
          ]).verified,
        ).toEqual([]);
      }),
    );
  });

  it.each([
    { text: "With 32,768 tokens", question: "32768 tokens?", mark: "given" },
    { text: "With 500 USD", question: "under $500?", mark: "given" },
    { text: "For 5 cameras", question: "on a 5 W budget", mark: "unverified" },
    { text: "At 5 W", question: "with 5 cameras", mark: "unverified" },
    { text: "At 6 W", question: "on a 5 W budget", mark: "unverified" },
    { text: "At 5 W", question: "", mark: "unverified" },
  ] as const)("marks $text as $mark after: $question", ({ text, question, mark }) => {
    const report = check(text, [], question);
    expect(report[mark]).toHaveLength(1);
    expect([...report.verified, ...report.given, ...report.unverified]).toHaveLength(1);
  });

  it.each(["_9.12 GB_", "__9.12 GB__", "**9.12 GB**", "*9.12 GB*"])(
    "reads %s, however Markdown sets it off",
    (written) => {
      expect(check(`It needs ${written}.`, [fact(9.12e9, "B")]).verified).toHaveLength(1);
      expect(check(`It needs ${written}.`, [fact(4.5e9, "B")]).unverified).toHaveLength(1);
    },
  );

  it("prefers a fact to the user's own number", () => {
    expect(check("It has 16 GB", [fact(16e9, "B")], "16 GB?").verified).toHaveLength(1);
  });

  it("verifies the numbers in a tool's own words, word for word only", () => {
    const words = ["Decoders take 11 streams of 1080p30 and 2 W."];
    expect(
      texts(check("Note: Decoders take 11 streams of 1080p30 and 2 W.", [], "", words).verified),
    ).toEqual(["11", "2 W"]);
    expect(texts(check("It has 11 streams", [], "", words).verified)).toEqual(["11"]);
    expect(texts(check("It has 11 watts", [], "", words).unverified)).toEqual(["11 watts"]);
    expect(texts(check("Decoders take 12 streams of 1080p30 and 2 W.", [], "", words).unverified)).toEqual([
      "12",
      "2 W",
    ]);
    expect(texts(check("It runs at 11 tok/s", [], "", ["11 tok/s"]).unverified)).toEqual(["11 tok/s"]);
  });

  it("takes citation markers and the ordinals of lists for no claim", () => {
    const report = check("1. First [1]\n2) Second [12]\nThen 3. and [4 W]");
    expect(report.verified).toEqual([]);
    const numbers = report.unverified.filter(({ kind }) => kind === "number");
    expect(texts(numbers)).toEqual(["3", "4 W"]);
  });

  it("marks every number of a text once and in its order", () => {
    const report = check("7 W, 8 W, 9 W and 10 W", [fact(8, "W", "a"), fact(10, "W", "b")], "9 W?");
    expect(texts(report.verified)).toEqual(["8 W", "10 W"]);
    expect(texts(report.given)).toEqual(["9 W"]);
    expect(texts(report.unverified)).toEqual(["7 W"]);
  });

  it.each([
    { text: "The Jetson Orin NX 8GB has 7.99 GB.", verified: true },
    { text: "The board has 7.99 GB.", verified: true },
    { text: "The Jetson Orin NX 16GB has 7.99 GB.", verified: false },
    { text: "The Jetson Orin NX 16GB Super has 7.99 GB.", verified: false },
    { text: "Of Jetson Orin NX 16GB and Jetson Orin NX 8GB one has 7.99 GB.", verified: true },
    { text: "Not the Jetson Orin NX 16GB.\nIt has 7.99 GB.", verified: false },
    { text: "Now the Jetson Orin NX 8GB.\nIt has 7.99 GB.", verified: true },
  ])(
    "binds a number to the board of its sentence or the last one named, verified $verified: $text",
    ({ text, verified }) => {
      const facts = [fact(7.99e9, "B", "available", "Jetson Orin NX 8GB")];
      expect(texts(check(text, facts).verified).includes("7.99 GB")).toBe(verified);
    },
  );

  it("takes a longer name of a board for no shorter one", () => {
    const facts = [fact(12, "tok/s", "decode", "Llama 3.1 8B on Jetson Orin NX 16GB Super")];
    expect(texts(check("Jetson Orin NX 16GB Super: 12 tok/s", facts).verified)).toContain("12 tok/s");
    expect(texts(check("Jetson Orin NX 16GB: 12 tok/s", facts).unverified)).toContain("12 tok/s");
  });

  it("verifies a number of any board in a line that names none", () => {
    const facts = [
      fact(12, "tok/s", "a", "Jetson Orin NX 8GB"),
      fact(14, "tok/s", "b", "Jetson Orin NX 16GB"),
    ];
    expect(check("12 tok/s or 14 tok/s", facts).unverified).toEqual([]);
  });

  it("marks places in the text that was checked, and never throws", () => {
    const facts = [fact(7.99e9, "B", "available", "Jetson Orin NX 8GB")];
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (noise) => {
        const text = `${noise} 7.99 GB ${noise}`;
        const { verified, given, unverified } = check(text, facts, noise);
        for (const claim of [...verified, ...given, ...unverified])
          expect(text.slice(claim.start, claim.end)).toBe(claim.text);
      }),
    );
  });
});
