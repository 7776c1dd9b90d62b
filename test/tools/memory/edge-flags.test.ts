import { describe, expect, it } from "vitest";
import { edgeRuntime } from "../../../tools/memory/edge-engine.ts";
import { edgeFlags } from "../../../tools/memory/edge-flags.ts";
import { fitMemory, partBytes, place } from "../../fixtures/knowledge.ts";

const words = (workload: Record<string, unknown>) =>
  edgeFlags(place({ runtime: edgeRuntime, quantization: "awq-int4", ...workload })).map((flag) => flag.words);

describe("edgeFlags()", () => {
  it.each([
    { workload: { model: "qwen3-8b" }, flags: ["--maxInputLen 1024", "--maxInputLen 512"] },
    { workload: { model: "qwen3-8b", maxInputTokens: 1024 }, flags: ["--maxInputLen 512"] },
    { workload: { model: "qwen3-8b", contextTokens: 512 }, flags: [] },
    {
      workload: { model: "qwen3-vl-2b", maxInputTokens: 512, engineImageTokens: 4096 },
      flags: ["--maxImageTokens 2048", "--maxImageTokens 1024"],
    },
    {
      workload: { model: "qwen3-vl-2b", maxInputTokens: 512, concurrency: 2 },
      flags: ["--maxImageTokens 4096", "--maxImageTokens 2048"],
    },
    {
      workload: { model: "qwen3-vl-2b" },
      flags: [
        "--maxImageTokens 4096",
        "--maxImageTokens 2048",
        "--maxImageTokens 1024",
        "--maxInputLen 1024",
      ],
    },
  ])("build $workload smaller with $flags, images of 880 tokens and all", ({ workload, flags }) => {
    expect(words(workload)).toEqual(flags);
  });

  it("give gigabytes back", async () => {
    const vision = async (engineImageTokens?: number) =>
      partBytes(
        await fitMemory({
          device: "agx-orin-64gb",
          workloads: [
            { model: "qwen3-vl-8b", runtime: edgeRuntime, ...(engineImageTokens && { engineImageTokens }) },
          ],
        }),
        "vision",
      );
    expect((await vision()) - (await vision(1024))).toBeGreaterThan(3e9);
  });
});
