import { describe, expect, it } from "vitest";
import { listCases } from "../../../evals/commands/cases.ts";
import { evalCasesFolder } from "../../fixtures/eval-cases-folder.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const { casesFolder } = evalCasesFolder();

function printed(options: { json: boolean; tags?: string[]; only?: string }): string {
  const lines: string[] = [];
  listCases({ cases: casesFolder, ...options }, { knowledge, print: (line) => lines.push(line) });
  return lines.join("\n");
}

describe("listCases()", () => {
  it("lists ids with their tags", () => {
    expect(printed({ json: false, tags: ["wrong"] })).toBe("small/impossible  [fit, wrong]\n1 cases");
  });

  it("prints whole cases as JSON", () => {
    expect(JSON.parse(printed({ json: true, only: "small/grid/qwen3-8b" }))).toMatchObject([
      { id: "small/grid/qwen3-8b", turns: ["Does Qwen3 8B fit on a Jetson Orin NX 16GB?"] },
    ]);
  });
});
