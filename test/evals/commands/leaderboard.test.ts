import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { leaderboard } from "../../../evals/commands/leaderboard.ts";
import { formatLeaderboardYaml, parseLeaderboard } from "../../../evals/report/leaderboard.ts";
import { usualLimits } from "../../../evals/scorers/scorers.ts";
import { startOllamaServer } from "../../../evals/self/model-server/ollama-server.ts";
import { createPersonalities } from "../../../evals/self/personalities.ts";
import { openKnowledge } from "../../../knowledge/knowledge.ts";
import { loadYaml } from "../../../knowledge/load.ts";
import { evalCasesFolder } from "../../fixtures/eval-cases-folder.ts";
import { leaderboardRow } from "../../fixtures/eval-run.ts";

const { casesFolder, folder: resultsFolder, indexFolder } = evalCasesFolder();
const knowledge = openKnowledge(indexFolder);
const options = { cases: casesFolder, trials: 1, timeout: 60, limit: usualLimits, resume: false };

async function shown(change: Partial<Parameters<typeof leaderboard>[0]> & { folder: string }) {
  const lines: string[] = [];
  const code = await leaderboard(
    { ...options, ...change },
    {
      knowledge,
      indexFolder,
      resultsFolder,
      print: (line) => lines.push(line),
      terminal: { write: () => true },
      stop: new AbortController().signal,
    },
  );
  return { code, text: lines.join("\n") };
}

describe("leaderboard()", () => {
  it("shows the rows there are, and changes nothing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "eval-leaderboard-"));
    expect((await shown({ folder })).text).toContain("No model has been evaluated yet.");
    const path = join(folder, "leaderboard.yaml");
    writeFileSync(path, formatLeaderboardYaml([leaderboardRow]));
    expect((await shown({ folder })).text).toContain("a-model");
    expect(parseLeaderboard(loadYaml(path))).toEqual([leaderboardRow]);
  });

  it("adds the row of a model that it asked with the check and without, and keeps the others", async () => {
    const folder = mkdtempSync(join(tmpdir(), "eval-leaderboard-"));
    const path = join(folder, "leaderboard.yaml");
    writeFileSync(path, formatLeaderboardYaml([leaderboardRow]));
    const models = [
      { name: "qwen3:4b", loadedContext: 8192, loadedBytes: 4_000_000_000, gpuBytes: 3_000_000_000 },
    ];
    const server = await startOllamaServer({
      brain: createPersonalities(knowledge).good ?? (() => ({})),
      models,
    });
    const { code } = await shown({ folder, endpoint: server.endpoint, only: "small/grid/qwen3-8b" });
    await server.close();
    expect(code).toBe(0);
    const rows = parseLeaderboard(loadYaml(path));
    expect(rows).toContainEqual(leaderboardRow);
    expect(rows.find(({ model }) => model === "qwen3:4b")).toMatchObject({
      checked: { cases: 1, errors: 0 },
      alone: { cases: 1, errors: 0 },
      onGpu: 0.75,
    });
    expect(readFileSync(join(folder, "leaderboard.md"), "utf8")).toContain("qwen3:4b");
  }, 180_000);
});
