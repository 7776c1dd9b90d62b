import { describe, expect, it } from "vitest";
import { whatRunsBlock, whatRunsHeadlines } from "../../../server/built-in/compose-what-runs.ts";
import { type Outcome, sortResults } from "../../../server/built-in/results.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

async function fitsOf(...models: string[]) {
  const outcomes: Outcome[] = await Promise.all(
    models.map((model) => callTool("memory-fit", { device: "orin-nano-8gb", workloads: [{ model }] })),
  );
  return sortResults(outcomes).fits;
}

describe("whatRunsHeadlines()", () => {
  it("names the largest of each kind that fits", async () => {
    const fits = await fitsOf("llama-3.2-1b", "llama-3.2-3b", "llama-3.3-70b", "yolo11s");
    const [line] = whatRunsHeadlines(fits, knowledge);
    expect(line).toMatch(/language model Llama 3\.2 3B Instruct, detector YOLO11s/);
    expect(line).not.toMatch(/70B/);
  });

  it("says that none fits", async () => {
    expect(whatRunsHeadlines(await fitsOf("llama-3.3-70b"), knowledge)[0]).toMatch(/^\*\*None/);
  });
});

describe("whatRunsBlock()", () => {
  it("has a row for what fits and one line for what does not", async () => {
    const text = whatRunsBlock(await fitsOf("llama-3.2-1b", "llama-3.3-70b"), knowledge).lines.join("\n");
    expect(text).toMatch(/\| Llama 3\.2 1B Instruct \| language model \|/);
    expect(text).toMatch(/Too large as they are: Llama 3\.3 70B Instruct\./);
  });
});
