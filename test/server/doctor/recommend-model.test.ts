import { describe, expect, it } from "vitest";
import { recommendModel } from "../../../server/doctor/recommend-model.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

const enough = knowledge.assumption("interactive-speed").value;
const boards = ["orin-nano-8gb-super", "orin-nx-16gb", "agx-orin-32gb", "agx-orin-64gb", "agx-thor-devkit"];

describe("recommendModel()", () => {
  it.each(boards)("finds for %s a model on record that talks, takes tools and is fast enough", (device) => {
    const { best, runnerUp } = recommendModel(device, [], knowledge);
    for (const candidate of [best, runnerUp]) {
      const record = knowledge.models.get(candidate?.id ?? "").entry.value;
      expect(record).toMatchObject({ kind: "llm", toolTemplate: true });
      expect(candidate?.decodeTokensPerSecond.expected).toBeGreaterThanOrEqual(enough);
      expect(candidate?.headroomBytes).toBeGreaterThanOrEqual(0);
    }
  });

  it.each(boards)("says for %s the bytes that memory-fit computes", async (device) => {
    const { best } = recommendModel(device, [{ model: "yolo11n" }], knowledge, { os: "headless" });
    const outcome = await callTool("memory-fit", best?.input);
    expect(outcome).toMatchObject({ output: { verdict: "fits", headroomBytes: best?.headroomBytes } });
  });

  it("says the speed that estimate-throughput computes while the advisor writes", async () => {
    const { best } = recommendModel("agx-orin-64gb", [{ model: "yolo11n" }], knowledge);
    const outcome = await callTool("estimate-throughput", {
      device: "agx-orin-64gb",
      model: best?.id,
      runtime: "ollama",
      contextTokens: 4500,
      promptTokens: 3500,
      coTenants: [{ model: "yolo11n" }],
    });
    expect(outcome).toMatchObject({ output: { decodeTokensPerSecond: best?.decodeTokensPerSecond } });
  });

  it("prefers the larger model, and of one size the newer", () => {
    const sizeOf = (id = "") => knowledge.models.get(id).entry.value.parametersBillions ?? 0;
    const { best, runnerUp } = recommendModel("agx-thor-devkit", [], knowledge);
    expect(Math.round(sizeOf(best?.id))).toBeGreaterThanOrEqual(Math.round(sizeOf(runnerUp?.id)));
    const { best: newer } = recommendModel("agx-orin-32gb", [], knowledge);
    expect(newer?.id).toBe("nemotron-3-nano-4b");
  });

  it("takes a smaller model in a slower power mode and beside a busy GPU", () => {
    const sizeOf = (id = "") => knowledge.models.get(id).entry.value.parametersBillions ?? 0;
    const alone = recommendModel("agx-orin-64gb", [], knowledge);
    const slower = recommendModel("agx-orin-64gb", [], knowledge, { powerMode: "30W" });
    const busy = recommendModel("agx-orin-64gb", [{ model: "qwen2.5-vl-7b" }], knowledge);
    expect(slower.powerMode).toBe("MODE_30W");
    expect(sizeOf(slower.best?.id)).toBeLessThan(sizeOf(alone.best?.id));
    expect(sizeOf(busy.best?.id)).toBeLessThan(sizeOf(alone.best?.id));
    expect(busy).toMatchObject({ beside: ["Qwen2.5-VL 7B Instruct"], besideVerdict: "fits" });
  });

  it("names the fastest that fits where none keeps pace", () => {
    const { best, tooSlow } = recommendModel(
      "orin-nx-16gb",
      [{ model: "qwen2.5-vl-7b" }, { model: "yolo11s" }],
      knowledge,
    );
    expect(best).toBeNull();
    expect(tooSlow?.decodeTokensPerSecond.expected).toBeLessThan(enough);
  });

  it("has none where what else runs leaves no memory", () => {
    const full = recommendModel("orin-nano-8gb-super", [{ model: "llama-3.3-70b" }], knowledge);
    expect(full).toMatchObject({ best: null, runnerUp: null, tooSlow: null, besideVerdict: "does-not-fit" });
  });

  it("counts with a release that refuses big allocations", () => {
    const l4t = { l4t: "36.4.7" };
    const { best } = recommendModel("orin-nano-8gb-super", [], knowledge, l4t);
    expect(best?.input).toMatchObject(l4t);
  });

  it("gives Ollama's name of the model", () => {
    expect(recommendModel("agx-orin-64gb", [], knowledge).best?.ollamaName).toBe("qwen3:8b");
    expect(recommendModel("agx-thor-devkit", [], knowledge).best?.ollamaName).toBe("mistral-nemo");
  });

  it.each([
    { device: "orin-mega", code: "unknown-id" },
    { device: "Orin NX", code: "ambiguous-id" },
  ])("refuses $device as $code", ({ device, code }) => {
    expect(() => recommendModel(device, [], knowledge)).toThrow(expect.objectContaining({ code }));
  });

  it("takes less than half a second once the records are read", () => {
    const begin = performance.now();
    for (const device of boards) recommendModel(device, [{ model: "yolo11n" }], knowledge);
    expect((performance.now() - begin) / boards.length).toBeLessThan(500);
  });
});
