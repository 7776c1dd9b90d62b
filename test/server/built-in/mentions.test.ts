import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMentions } from "../../../server/built-in/mentions.ts";
import { overlaps } from "../../../server/built-in/words.ts";
import { boardId, knowledge } from "../../fixtures/server-knowledge.ts";

const read = (question: string) =>
  findMentions(question, knowledge).map(({ kind, ids }) => `${kind} ${ids.join("|")}`);

describe("findMentions()", () => {
  it.each([
    { question: "Llama 3.1 8B on an AGX Orin 64GB", found: ["model llama-3.1-8b", "device agx-orin-64gb"] },
    { question: "llama-3.1-8b-instruct", found: ["model llama-3.1-8b"] },
    { question: "is Q4_K_M in Ollama fine", found: ["quantization q4-k-m", "runtime ollama"] },
    { question: "in 4-bit or INT4", found: ["width 4-bit", "width INT4"] },
    { question: "Orin NX 16GB, not Orin NX 8GB", found: ["device orin-nx-16gb", "device orin-nx-8gb"] },
    { question: "NVIDIA Jetson Orin Nano 8GB", found: ["device orin-nano-8gb"] },
    { question: "Orin Nano 8GB Super", found: ["device orin-nano-8gb-super"] },
    { question: "a fleet of AGX Orin 64GBs", found: ["device agx-orin-64gb"] },
    { question: "YOLO", found: ["model yolo11s"] },
    { question: "What is the weather in Paris?", found: [] },
    { question: "", found: [] },
    { question: "Foo-13B", found: [] },
  ])("finds $found in: $question", ({ question, found }) => {
    expect(read(question)).toEqual(found);
  });

  it.each([
    { question: "on an Orin NX", ids: ["orin-nx-16gb", "orin-nx-8gb"] },
    { question: "on an AGX Orin", ids: ["agx-orin-32gb", "agx-orin-64gb"] },
    { question: "a fleet of AGX Orins", ids: ["agx-orin-32gb", "agx-orin-64gb"] },
    { question: "on an Orin Nano", ids: ["orin-nano-4gb", "orin-nano-8gb"] },
    { question: "on a Xavier NX", ids: ["xavier-nx-16gb", "xavier-nx-8gb"] },
  ])("expands the ambiguous board of: $question", ({ question, ids }) => {
    const [mention, ...more] = findMentions(question, knowledge);
    expect(more).toEqual([]);
    expect(mention?.ids.toSorted()).toEqual(ids);
  });

  it("takes Thor for the board with 128 GB", () => {
    const [mention] = findMentions("on Thor", knowledge);
    expect(mention?.ids.map(boardId)).toEqual(["agx-thor-devkit"]);
  });

  it("finds every board and model on record under its own name", () => {
    const unfound = [
      ...knowledge.devices.entries.map((entry) => ({ kind: "device", ...entry })),
      ...knowledge.models.entries.map((entry) => ({ kind: "model", ...entry })),
    ].filter(({ kind, id, value }) => {
      const [mention] = findMentions(`Please tell me of ${value.name}, thanks`, knowledge);
      return mention?.kind !== kind || !mention.ids.includes(id);
    });
    expect(unfound.map(({ id }) => id)).toEqual([]);
  });

  it("finds names in any order, none twice, each where it stands", () => {
    const names = [...knowledge.devices.entries, ...knowledge.models.entries].map(({ value }) => value.name);
    const some = fc.array(fc.constantFrom(...names, "weather", "the", "42"), { maxLength: 5 });
    fc.assert(
      fc.property(some, fc.constantFrom(" and ", ", ", " next to "), (parts, glue) => {
        const question = parts.join(glue);
        const found = findMentions(question, knowledge);
        for (const [index, mention] of found.entries()) {
          expect(question.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.ids.length).toBeGreaterThan(0);
          const next = found[index + 1];
          if (next) expect(overlaps(mention, next) || next.start < mention.start).toBe(false);
        }
        expect(found.length).toBeGreaterThanOrEqual(parts.filter((part) => names.includes(part)).length);
      }),
      { numRuns: 60 },
    );
  });
});
