import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { KNOWLEDGE_FOLDER } from "../../knowledge/knowledge.ts";
import { Circumstance, Symptom, Trouble } from "../../knowledge/trouble-schema.ts";
import { checkText } from "../../server/check/check.ts";
import { evidenceOf } from "../../server/check/evidence.ts";
import { namesOf } from "../../server/check/names.ts";
import { knowledge } from "../fixtures/server-knowledge.ts";

const row = {
  symptoms: ["runs-on-cpu"],
  cause: "The library is missing.",
  check: "`ollama ps`",
  fix: "Install it",
  source: "jetson-facts-review",
  confidence: "high",
};

describe("Trouble", () => {
  it("reads a row, with no condition unless one is stated", () => {
    expect(Trouble.parse(row)).toMatchObject({ source: ["jetson-facts-review"], when: {}, likelier: [] });
  });

  it.each([
    { symptoms: [] },
    { symptoms: ["slow"] },
    { when: { boards: ["nano"] } },
    { when: { mentions: ["weather"] } },
    { source: [] },
    { check: undefined },
  ])("refuses %j", (change) => {
    expect(Trouble.safeParse({ ...row, ...change }).success).toBe(false);
  });
});

describe("the table of troubles", () => {
  const troubles = knowledge.troubles.map(({ id, value }) => ({ id, value }));

  it("explains every symptom, and uses every circumstance that is read", () => {
    const explained = new Set(troubles.flatMap(({ value }) => value.symptoms));
    const used = new Set(
      troubles.flatMap(({ value }) => [...(value.when.mentions ?? []), ...value.likelier]),
    );
    expect(Symptom.options.filter((symptom) => !explained.has(symptom))).toEqual([]);
    expect(Circumstance.options.filter((name) => !used.has(name))).toEqual([]);
  });

  it("names runtimes, classes and sources that are on record, the latter with their address", () => {
    const classes = new Set(knowledge.devices.entries.map(({ value }) => value.class));
    for (const { id, value } of troubles) {
      for (const runtime of value.when.runtimes ?? [])
        expect(knowledge.runtimes.find(runtime), id).toBeDefined();
      for (const name of value.when.classes ?? []) expect([...classes], id).toContain(name);
      for (const source of value.source) expect(knowledge.source(source).title, id).not.toBe("");
    }
  });

  it.each(troubles)("$id stands the check of numbers when it is told alone", ({ id, value }) => {
    const { cause, check, fix, source, confidence } = value;
    const output = { causes: [{ id, cause, check, fix, source, confidence }], facts: [], sources: [] };
    const evidence = evidenceOf(
      "What is wrong?",
      [{ name: "troubleshoot", input: {}, output }],
      namesOf(knowledge),
    );
    expect(checkText(`**${cause}**\n\n- Check: ${check}\n- Fix: ${fix}`, evidence).unverified).toEqual([]);
  });
});

describe("reported questions", () => {
  const text = readFileSync(join(KNOWLEDGE_FOLDER, "documents", "reported-questions.md"), "utf8");
  const cases = text.split("\n").filter((line) => line.startsWith("- "));

  it("are 55, each with the address of its report, each once", () => {
    const addresses = cases.map((line) => /https:\/\/\S+$/.exec(line)?.[0]);
    expect(addresses).not.toContain(undefined);
    expect(new Set(addresses).size).toBe(55);
  });
});
