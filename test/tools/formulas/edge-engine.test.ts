import { describe, expect, it } from "vitest";
import {
  edgeActivationBytes,
  edgeDraftBytes,
  edgeVisionBytes,
  edgeWorkspace,
} from "../../../tools/formulas/edge-engine.ts";

describe("edgeActivationBytes()", () => {
  it.each([
    { recurrent: false, sequences: 1, bytes: 100 * 8 * 2 },
    { recurrent: false, sequences: 3, bytes: 3 * 100 * 8 * 2 },
    { recurrent: true, sequences: 3, bytes: 3 * (100 * 8 * 2 + 7) },
  ])(
    "is $bytes for $sequences prompts of 100 tokens, recurrent $recurrent",
    ({ recurrent, sequences, bytes }) => {
      expect(edgeActivationBytes({ hiddenSize: 8, inputTokens: 100, sequences, recurrent }, 2, 7)).toBe(
        bytes,
      );
    },
  );
});

describe("edgeVisionBytes()", () => {
  it("grows with the tokens of the engine and the width of the tower", () => {
    expect(edgeVisionBytes(1000, 50, 2)).toBe(50 * 2 * 10);
    expect(edgeVisionBytes(8000, 50, 2)).toBe(50 * 2 * 20);
    expect(edgeVisionBytes(1000, 0, 2)).toBe(0);
  });
});

describe("edgeDraftBytes()", () => {
  it("is a layer and a head, and for each sequence its tree and its states", () => {
    const draft = { layerBytes: 100, headBytes: 20, treeBytes: 3, stateBytes: 5, stateCopies: 4 };
    expect(edgeDraftBytes({ ...draft, sequences: 1 })).toBe(100 + 20 + 3 + 20);
    expect(edgeDraftBytes({ ...draft, sequences: 2 })).toBe(100 + 20 + 2 * 23);
  });
});

describe("edgeWorkspace()", () => {
  const parts = {
    weights: 1000,
    loadingShare: 0.5,
    context: 100,
    draft: 0,
    tower: 0,
    activations: 50,
    visionActivations: 0,
  };

  it.each([
    { what: "loading holds more than running", changes: {}, compute: 500 - 100, vision: 0 },
    { what: "both hold as much", changes: { weights: 300 }, compute: 50, vision: 0 },
    { what: "running holds more", changes: { weights: 200 }, compute: 50, vision: 0 },
    { what: "a draft takes room that loading held", changes: { draft: 60 }, compute: 340, vision: 0 },
    {
      what: "a tower takes room that loading held, its images none beyond the prompt's",
      changes: { tower: 30, visionActivations: 50 },
      compute: 370,
      vision: 30,
    },
    {
      what: "images need more than prompts: one pool for both",
      changes: { weights: 0, tower: 30, visionActivations: 80 },
      compute: 50,
      vision: 60,
    },
  ])("counts the larger of the two when $what", ({ changes, compute, vision }) => {
    expect(edgeWorkspace({ ...parts, ...changes })).toEqual({ compute, vision });
  });
});
