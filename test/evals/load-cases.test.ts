import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { goldOf } from "../../evals/gold.ts";
import { casesHash, loadCases } from "../../evals/load-cases.ts";
import { plantPassages } from "../../evals/planted.ts";
import { knowledge } from "../fixtures/server-knowledge.ts";

/** The cases of one file with this text. */
function load(text: string) {
  const folder = mkdtempSync(join(tmpdir(), "cases-"));
  writeFileSync(join(folder, "fit.yaml"), text);
  return loadCases(knowledge, folder);
}

const grid = `
about: Grids.
tags: [fit]
cases:
  grid:
    ask: "Does {model.name} fit on a {board.name}?"
    tags: [grid]
    each: { board: [orin-nx-16gb, orin-nx-8gb], model: [qwen3-8b] }
    wordings: [lowercase]
    calls: [{ memory-fit: { device: "{board}", workloads: [{ model: "{model}" }] } }]
`;

describe("loadCases()", () => {
  it("makes one case of each combination and wording, by id", () => {
    const cases = load(grid);
    expect(cases.map(({ id }) => id)).toEqual([
      "fit/grid/orin-nx-16gb+qwen3-8b",
      "fit/grid/orin-nx-16gb+qwen3-8b~lowercase",
      "fit/grid/orin-nx-8gb+qwen3-8b",
      "fit/grid/orin-nx-8gb+qwen3-8b~lowercase",
    ]);
    expect(cases[2]).toMatchObject({
      turns: ["Does Qwen3 8B fit on a Jetson Orin NX 8GB?"],
      tags: ["fit", "grid"],
    });
    expect(cases[3]?.tags).toContain("paraphrase");
    expect(cases[3]?.expects.calls).toEqual(cases[2]?.expects.calls);
  });

  it("rewords only the last turn of a conversation", () => {
    const [, reworded] = load(
      "about: a\ncases:\n  talk: { ask: [Does Qwen3 8B fit on Thor?, And on Xavier?], wordings: [lowercase] }",
    );
    expect(reworded?.turns).toEqual(["Does Qwen3 8B fit on Thor?", "and on xavier?"]);
  });

  it.each([
    ["a tool nobody knows", "c: { ask: Why?, forbids: [guess] }", 'Cannot find the tool "guess"'],
    ["a field nobody knows", "c: { ask: Why?, verdict: fits }", 'eval case "fit/c"'],
    ["a wording that changes nothing", "c: { ask: why?, wordings: [lowercase] }", "changes nothing"],
    ["no question", "c: { tags: [fit] }", 'eval case "fit/c"'],
  ])("says what is wrong with %s", (_, written, message) => {
    expect(() => load(`about: a\ncases:\n  ${written}`)).toThrow(message);
  });
});

describe("casesHash()", () => {
  it("changes with a word of a question and with what is expected, and with nothing else", () => {
    const cases = load(grid);
    expect(casesHash(load(grid))).toBe(casesHash(cases));
    expect(casesHash(load(grid.replace("fit on", "run on")))).not.toBe(casesHash(cases));
    expect(
      casesHash(load(grid.replace('{ model: "{model}" }', '{ model: "{model}", contextTokens: 8192 }'))),
    ).not.toBe(casesHash(cases));
  });
});

describe("the cases of this checkout", () => {
  const cases = loadCases(knowledge);

  it("are at least 300 before any rewording, each with something to score", () => {
    expect(cases.filter(({ tags }) => !tags.includes("paraphrase")).length).toBeGreaterThanOrEqual(300);
    const idle = cases.filter(
      ({ expects: { calls, says, avoids, cites, asks, refuses, restrains, forbids } }) =>
        [calls, says, avoids, cites, asks, forbids].every(({ length }) => length === 0) &&
        !refuses &&
        !restrains,
    );
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  it("have gold calls that the rules engine answers, and facts that they give", {
    timeout: 60_000,
  }, async () => {
    for (const each of cases) await goldOf(each, plantPassages(knowledge, each.planted));
  });

  it("name only documents that there are, and their own planted ones", () => {
    const unknown = cases.flatMap(({ id, expects: { cites } }) =>
      cites
        .filter((cited) => !knowledge.findSource(cited.split("#")[0] ?? ""))
        .map((cited) => `${id}: ${cited}`),
    );
    expect(unknown).toEqual([]);
  });
});
