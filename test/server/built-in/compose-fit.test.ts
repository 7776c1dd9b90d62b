import { beforeAll, describe, expect, it } from "vitest";
import {
  cacheClause,
  fitHeadline,
  fitSentence,
  fixLines,
  ledgerTable,
} from "../../../server/built-in/compose-fit.ts";
import type { MemoryFit } from "../../../tools/memory-fit.ts";
import { fitMemory } from "../../fixtures/knowledge.ts";

const display = ({ facts }: MemoryFit, id: string) => facts.find((fact) => fact.id === id)?.display ?? "?";
const small = { workloads: [{ model: "llama-3.2-3b" }, { model: "yolo11s" }] };
let fits: MemoryFit;
let tight: MemoryFit;
let tooBig: MemoryFit;
let unsupported: MemoryFit;

/** The longest context the board takes, and a little more: tight by construction. */
async function justTooLong(): Promise<MemoryFit> {
  const tokens = Array.from({ length: 60 }, (_, step) => 2048 * (step + 1));
  for (const contextTokens of tokens) {
    const workloads = [{ model: "llama-3.1-8b", contextTokens }];
    const result = await fitMemory({ device: "orin-nx-16gb", workloads });
    if (result.verdict !== "fits") return result;
  }
  throw new Error("every context fits");
}

beforeAll(async () => {
  fits = await fitMemory({ device: "orin-nx-16gb", ...small });
  tight = await justTooLong();
  tooBig = await fitMemory({ device: "orin-nano-8gb", workloads: [{ model: "qwen3-32b" }] });
  unsupported = await fitMemory({
    device: "agx-orin-64gb",
    workloads: [{ model: "llama-3.1-8b", quantization: "nvfp4" }],
  });
});

describe("fitSentence()", () => {
  it("says verdict, board, workloads and the deciding numbers of the tool", () => {
    for (const result of [fits, tight, tooBig]) {
      const sentence = fitSentence(result);
      expect(sentence).toContain(result.names.device);
      for (const name of result.names.workloads) expect(sentence).toContain(name);
      expect(sentence).toContain(display(result, "needed"));
      expect(sentence).toContain(display(result, "available"));
      expect(sentence).toContain(display(result, "headroom").replace("-", ""));
    }
  });

  it("says the verdict in the words of the tool", () => {
    expect([fits.verdict, tight.verdict, tooBig.verdict, unsupported.verdict]).toEqual([
      "fits",
      "tight",
      "does-not-fit",
      "unsupported",
    ]);
    expect(fitSentence(fits)).toMatch(/\bfits\b.*\bfree\b/);
    expect(fitSentence(tight)).toMatch(/\btight\b.*\bshort\b.*\breserve\b/);
    expect(fitSentence(tooBig)).toMatch(/\bdoes not fit\b.*\bshort\b/);
    expect(fitSentence(unsupported)).toContain("unsupported");
  });

  it("says what stands in the way of an unsupported plan, once", () => {
    const [blocker] = unsupported.blockers;
    expect(blocker?.message.length).toBeGreaterThan(0);
    expect(fitSentence(unsupported).split(blocker?.message ?? "?")).toHaveLength(2);
  });

  it("shows no shortage with a minus", () => {
    expect(display(tooBig, "headroom")).toMatch(/^-/);
    expect(fitSentence(tooBig)).not.toMatch(/-\d/);
  });
});

describe("fitHeadline()", () => {
  it("is one verdict where the boards agree", () => {
    expect(fitHeadline([])).toBe("");
    expect(fitHeadline([fits])).toMatch(/\bfits\b/);
    expect(fitHeadline([tight])).toMatch(/\btight\b/);
    expect(fitHeadline([tooBig, tooBig])).toMatch(/\bdoes not fit\b/);
    expect(fitHeadline([unsupported])).toMatch(/\bunsupported\b/);
    expect(fitHeadline([fits, fits])).not.toContain("depends");
  });

  it("names the boards where it stands behind the name of another", () => {
    const { device } = fits.names;
    expect(fitHeadline([fits], true)).toBe(`**${device} fits.**`);
    expect(fitHeadline([tight], true)).toBe(`**${tight.names.device} is tight.**`);
  });

  it("says how the boards differ where they do", () => {
    const headline = fitHeadline([fits, tooBig, unsupported]);
    expect(headline).toContain("depends");
    expect(headline).toContain(`${fits.names.device} fits`);
    expect(headline).toContain(`${tooBig.names.device} does not fit`);
    expect(headline).toContain(`${unsupported.names.device} unsupported`);
  });
});

describe("ledgerTable()", () => {
  const cells = (table: string) =>
    table.split("\n").map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

  it("has a row for every line of the ledger and for the totals, as the tool has them", () => {
    const table = ledgerTable([fits]);
    const shown = cells(table).flat();
    for (const { workload, part } of fits.lines)
      expect(shown).toContain(display(fits, workload === null ? part : `${part}-${workload}`));
    for (const id of ["needed", "available", "headroom", "working-set"])
      expect(shown).toContain(display(fits, id));
    expect(cells(table)).toHaveLength(2 + fits.lines.length + 4);
  });

  it("has a column for every board and as many cells in every row", async () => {
    const other = await fitMemory({ device: "orin-nano-8gb", ...small });
    const rows = cells(ledgerTable([fits, other]));
    expect(rows[0]).toEqual(["", "Orin NX 16GB", "Orin Nano 8GB"]);
    for (const row of rows) expect(row).toHaveLength(3);
    expect(rows.find(([label]) => label?.includes("headroom"))?.slice(1)).toEqual([
      display(fits, "headroom"),
      display(other, "headroom"),
    ]);
  });

  it("leaves out what has no ledger, and is empty where nothing is left", () => {
    expect(ledgerTable([fits, unsupported])).toBe(ledgerTable([fits]));
    expect(ledgerTable([unsupported])).toBe("");
    expect(ledgerTable([])).toBe("");
  });
});

describe("fixLines()", () => {
  it("lists every change of the tool with the verdict it leads to", () => {
    expect(tight.fixes.length).toBeGreaterThan(0);
    const lines = fixLines([tight]).join("\n");
    for (const { change, verdict } of tight.fixes) expect(lines).toContain(`${change} → ${verdict}`);
  });

  it("names the board where there are several", () => {
    expect(fixLines([tight])[0]).not.toContain(tight.names.device);
    for (const line of fixLines([fits, tight])) expect(line).toContain(tight.names.device);
  });

  it("says a change that helps two boards once", () => {
    const twice = fixLines([tight, tight]);
    expect(new Set(twice).size).toBe(twice.length);
    expect(twice).toHaveLength(fixLines([tight]).length);
  });

  it("is empty where the plan fits or cannot be made to", () => {
    expect(fixLines([fits])).toEqual([]);
    expect(fixLines([])).toEqual([]);
  });
});

describe("cacheClause()", () => {
  it("opens with the KV cache and its context where it is asked", () => {
    expect(cacheClause("How much memory does the KV cache take?", [fits])).toMatch(
      /^\*\*The KV cache of Llama 3\.2 3B Instruct takes [\d.]+ [MG]B at 4,096 tokens of context\.\*\*$/,
    );
    expect(cacheClause("Does it fit with the KV cache in q8_0?", [fits])).toBe("");
    expect(cacheClause("How large is the KV cache?", [])).toBe("");
  });
});
