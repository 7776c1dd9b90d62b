import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openKnowledge } from "../../../knowledge/knowledge.ts";
import { search } from "../../../server/commands/search.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const root = mkdtempSync(join(tmpdir(), "search-command-"));
afterAll(() => rmSync(root, { recursive: true }));

async function printed(query: string, json: boolean, limit = 5): Promise<string> {
  const lines: string[] = [];
  await search(query, { json, limit }, knowledge, (line) => lines.push(line));
  expect(lines).toHaveLength(1);
  return lines.join();
}

describe("search()", () => {
  it("prints the passages as JSON, best first", async () => {
    const passages = await knowledge.search("cold start on Thor", { limit: 3 });
    expect(passages).toHaveLength(3);
    expect(JSON.parse(await printed("cold start on Thor", true, 3))).toEqual(passages);
  });

  it("prints heading, id, score and words of each passage", async () => {
    const passages = await knowledge.search("cold start on Thor", { limit: 2 });
    const text = await printed("cold start on Thor", false, 2);
    for (const { id, heading, score, text: words } of passages) {
      expect(text).toContain(heading);
      expect(text).toContain(`[${id}]`);
      expect(text).toContain(score.toFixed(2));
      for (const line of words.split("\n").filter((words) => words.startsWith("- ")))
        expect(text).toContain(line);
    }
    expect(text).not.toMatch(/^#/m);
  });

  it("says that nothing matches, or prints an empty list", async () => {
    expect(await printed("zzzzqqqq", false)).toMatch(/No passage/);
    expect(await printed("?!", false)).toMatch(/No passage/);
    expect(JSON.parse(await printed("zzzzqqqq", true))).toEqual([]);
  });

  it("throws index-unavailable where the index cannot be kept", async () => {
    const file = join(root, "no-folder");
    writeFileSync(file, "");
    const opened = openKnowledge(file);
    await expect(search("MIG", { json: true, limit: 1 }, opened, () => {})).rejects.toMatchObject({
      code: "index-unavailable",
    });
  });
});
