import { describe, expect, it } from "vitest";
import { recordAssumptions } from "../../tools/assumptions.ts";
import { knowledge } from "../fixtures/knowledge.ts";

describe("recordAssumptions()", () => {
  it("names the sources of what was asked, each once, and of nothing else", () => {
    const { knowledge: recording, sources } = recordAssumptions(knowledge);
    expect(sources()).toEqual([]);
    expect(recording.assumption("runtime-context")).toBe(knowledge.assumption("runtime-context"));
    recording.assumption("runtime-context-pytorch");
    expect(sources()).toEqual(["jetson-facts-review"]);
    recording.assumption("vision-compute-share");
    expect(sources()).toEqual(["jetson-facts-review", "own-estimate"]);
  });

  it("is the same knowledge in everything else", () => {
    const { knowledge: recording } = recordAssumptions(knowledge);
    expect(recording.devices).toBe(knowledge.devices);
    expect(recording.source("sizing-review")).toEqual(knowledge.source("sizing-review"));
  });
});
