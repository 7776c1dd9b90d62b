import { describe, expect, it } from "vitest";
import { findingBlocks, findingHeadline, metricName } from "../../../server/built-in/compose-measurements.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

async function find(input: object) {
  const { findings } = sortResults([await callTool("find-measurements", input)]);
  const [finding] = findings;
  if (!finding) throw new Error("no finding");
  return finding;
}

describe("findingHeadline()", () => {
  it("counts the runs on the board and on all boards", async () => {
    const finding = await find({ model: "qwen3-8b", device: "orin-nx-16gb" });
    const line = findingHeadline(finding, knowledge);
    expect(line).toContain(`Yes: ${finding.countOnBoard} measured runs of Qwen3 8B on Jetson Orin NX 16GB`);
    expect(line).toContain(`(${finding.count} on all boards)`);
  });

  it("says that nobody measured it on that board", async () => {
    const line = findingHeadline(await find({ model: "gpt-oss-20b", device: "orin-nx-16gb" }), knowledge);
    expect(line).toMatch(
      /^\*\*Nobody on record measured gpt-oss-20b on Jetson Orin NX 16GB\.\*\* Of gpt-oss-20b/,
    );
  });

  it("says that runs of others stand in for a model nobody ran", async () => {
    const model = { name: "my model", parametersBillions: 8 };
    const line = findingHeadline(await find({ model, device: "agx-orin-64gb" }), knowledge);
    expect(line).toMatch(/Nobody on record measured my model .*models of about its size/);
  });
});

describe("findingBlocks()", () => {
  it("shows at most eight runs, and not all of one source where others have some", async () => {
    const finding = await find({ model: "qwen3-8b", device: "Thor", limit: 30 });
    const [block] = findingBlocks([finding], knowledge);
    const rows = block?.lines.slice(1) ?? [];
    expect(rows.length).toBeLessThanOrEqual(8);
    expect(new Set(rows.map((row) => row.split(" | ").at(-1))).size).toBeGreaterThan(1);
  });

  it("says nothing where there is nothing", async () => {
    const model = { name: "my model" };
    expect(findingBlocks([await find({ model })], knowledge)).toEqual([]);
  });
});

describe("metricName()", () => {
  it("is a word of people", () => {
    expect([metricName("prefill"), metricName("kv-cache"), metricName("decode")]).toEqual([
      "prompt",
      "kv cache",
      "decode",
    ]);
  });
});
