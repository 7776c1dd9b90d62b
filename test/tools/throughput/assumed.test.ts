import { describe, expect, it } from "vitest";
import { assumptionsOf, defaultPromptTokens } from "../../../tools/throughput/assumed.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

const assumed = (workload: object, promptTokens?: number) =>
  assumptionsOf(board("agx-orin-64gb", "MAXN"), place(workload), promptTokens, ["and this"], knowledge);

describe("assumptionsOf()", () => {
  it("names the prompt only where nobody stated it", () => {
    const words = `${defaultPromptTokens} prompt tokens`;
    expect(assumed({ model: "qwen3-8b" })).toContain(words);
    expect(assumed({ model: "qwen3-8b" }, 100)).not.toContain(words);
  });

  it("says that an unknown architecture widens the interval", () => {
    const unknown = assumed({ model: { name: "mine", parametersBillions: 8 } });
    expect(unknown).toContain("mine: architecture unknown, the interval is wide");
    expect(assumed({ model: "qwen3-8b" }).join()).not.toContain("architecture");
  });

  it("says what a speculative pass is taken to yield, unless it is stated", () => {
    const method = "EAGLE-3";
    const open = assumed({ model: "qwen3-8b", speculativeDecoding: { method } }).join();
    const stated = { model: "qwen3-8b", speculativeDecoding: { method, acceptedTokensPerPass: 3 } };
    expect(open).toContain("tokens accepted a pass");
    expect(assumed(stated).join()).not.toContain("tokens accepted a pass");
  });

  it("ends with what it is handed", () => {
    expect(assumed({ model: "qwen3-8b" }).at(-1)).toBe("and this");
  });
});
