import { describe, expect, it } from "vitest";
import { evaluateConfiguration, leadingModel } from "../../../tools/sweep/configuration.ts";
import { board, estimateSpeed, fitMemory, knowledge, place } from "../../fixtures/knowledge.ts";

const vision = { model: "qwen2.5-vl-7b" };
const detector = { model: "yolo11s" };
const setting = { os: "desktop", promptTokens: 512 } as const;

describe("leadingModel()", () => {
  it.each([
    { models: ["yolo11s", "qwen3-4b", "llama-3.1-8b"], leading: 2 },
    { models: ["llama-3.1-8b", "llama-3.1-8b"], leading: 0 },
    { models: ["yolo11s"], leading: undefined },
    { models: ["whisper-large-v3", "qwen3-0.6b"], leading: 1 },
  ])("is the workload $leading of $models", ({ models, leading }) => {
    expect(leadingModel(models.map((model) => place({ model })))).toBe(leading);
  });
});

describe("evaluateConfiguration()", () => {
  it("gives the ledger of memory-fit and the speed of estimate-throughput beside the others", async () => {
    const workloads = [vision, detector].map(place);
    const at = board("orin-nx-16gb");
    const { ledger, speed } = evaluateConfiguration(at, workloads, { ...setting, leading: 0 }, knowledge);
    const fit = await fitMemory({ device: "orin-nx-16gb", workloads: [vision, detector] });
    const alone = await estimateSpeed({ device: "orin-nx-16gb", ...vision, coTenants: [detector] });
    expect(ledger).toMatchObject({ verdict: fit.verdict, lines: fit.lines, bytesNeeded: fit.bytesNeeded });
    expect(speed).toEqual({
      decodeTokensPerSecond: alone.decodeTokensPerSecond,
      aggregateTokensPerSecond: alone.aggregateTokensPerSecond,
      timeToFirstTokenMs: alone.timeToFirstTokenMs,
      evidence: alone.evidence,
    });
  });

  it.each([
    { device: "orin-nano-4gb", model: "llama-3.1-8b", verdict: "does-not-fit", leading: 0 },
    { device: "orin-nx-16gb", model: "yolo11s", verdict: "fits", leading: undefined },
  ])("gives no speed to $model on $device: $verdict", ({ device, model, verdict, leading }) => {
    const { ledger, speed } = evaluateConfiguration(
      board(device),
      [place({ model })],
      { ...setting, leading },
      knowledge,
    );
    expect(ledger.verdict).toBe(verdict);
    expect(speed).toMatchObject({ decodeTokensPerSecond: null, evidence: null });
  });
});
