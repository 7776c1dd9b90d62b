import { describe, expect, it } from "vitest";
import { streamLevers } from "../../../tools/streams/levers.ts";

describe("streamLevers()", () => {
  it.each([
    { binding: "decoder", second: /substream/ },
    { binding: "detector", second: /batch-size/ },
    { binding: "memory", second: /headless/ },
    { binding: null, second: /batch-size/ },
  ] as const)("begins with one pipeline, then with what ends it: $binding", ({ binding, second }) => {
    const levers = streamLevers(binding);
    expect(levers[0]).toMatch(/one batched pipeline/);
    expect(levers[1]).toMatch(second);
    expect(new Set(levers).size).toBe(levers.length);
  });
});
