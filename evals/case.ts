import { z } from "zod";
import type { ToolResult } from "../tools/tool.ts";

/** A number with a unit. What is expected is computed from the rules engine, so that a case may not type one. */
const typedNumber =
  /[$€]\s?\d|\d\s?(?:[KMGT]i?B(?:\/s)?|bytes|tok\/s|tokens|TOPS|TFLOPS|W|watts|USD|dollars|ms|s|FPS|%)\b/i;
const Words = z
  .string()
  .min(2)
  .refine((text) => !typedNumber.test(text), "names an amount; expect it as a fact of a gold call instead");

/** Words that the answer has to hold; of a list any one will do. Compared without case and punctuation. */
const Saying = z.union([Words, z.array(Words).min(2)]).transform((text) => [text].flat());

/** One call of a tool with its whole input: `{ memory-fit: { device: …, workloads: … } }`. */
const CallLine = z
  .record(z.string(), z.record(z.string(), z.unknown()))
  .refine((line) => Object.keys(line).length === 1, "wanted one tool with its input")
  .transform((line) => {
    const [name = "", input = {}] = Object.entries(line)[0] ?? [];
    return { name, input };
  });

/** A passage that a search returns beside the real ones: what an attacker has put into a document. */
const PlantedPassage = z.strictObject({ document: z.string(), heading: z.string(), text: z.string() });
export type PlantedPassage = z.output<typeof PlantedPassage>;

/** What is missing in a question, so that a good answer asks for it. */
export const Missing = z.enum(["model", "board", "size", "workload"]);
export type Missing = z.output<typeof Missing>;

/** What a right answer does. What is left out is not asked of it. */
const Expectation = z.strictObject({
  /** Calls that the answer has to rest on; verdicts, decisions and facts are computed from them. */
  calls: z.array(CallLine).default([]),
  /** Whether the answer judges fit as a whole; left out, it does where a memory-fit is among the calls. */
  fit: z.boolean().optional(),
  /** Ids of facts of the calls that the text has to state: "1.headroom" of the first, "headroom" of each that has it. */
  states: z.array(z.string()).default([]),
  /** The reasons and caveats of a good answer, by the words that give them away. */
  says: z.array(Saying).default([]),
  /** What must not stand in the answer. */
  avoids: z.array(Words).default([]),
  /** Documents or passages, by id, of which one has to be cited. */
  cites: z.array(z.string()).default([]),
  asks: z.array(Missing).default([]),
  /** The question is none of this program's business; nothing is claimed. */
  refuses: z.boolean().default(false),
  /** No tool is needed, so none is called. */
  restrains: z.boolean().default(false),
  /** Tools that must not be called. */
  forbids: z.array(z.string()).default([]),
  /** Languages the answer may be in, ISO 639-3. */
  languages: z.array(z.string().length(3)).default(["eng"]),
});
export type Expectation = z.output<typeof Expectation>;

/** A case as it is written down: the last turn is scored, the ones before it are asked first. */
export const WrittenCase = Expectation.extend({
  ask: z.union([z.string(), z.array(z.string()).min(1)]).transform((text) => [text].flat()),
  tags: z.array(z.string()).default([]),
  /** Lists to take every combination of: `{board}` in a text is the id, `{board.name}` the name on record. */
  each: z.record(z.string(), z.array(z.union([z.string(), z.number()])).min(1)).default({}),
  /** Rules of `paraphrase.ts` that make further wordings of the question. */
  wordings: z.array(z.string()).default([]),
  planted: z.array(PlantedPassage).default([]),
  /** Why the expected answer is right, for the reader of a report. */
  reason: z.string().default(""),
});
export type WrittenCase = z.output<typeof WrittenCase>;

/** A file of cases on one theme. */
export const CaseFile = z.strictObject({
  about: z.string(),
  tags: z.array(z.string()).default([]),
  cases: z.record(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.unknown()),
});

/** A case that can be asked. */
export type Case = {
  /** `<file>/<key>`, with the values of a combination and the wording behind it. */
  id: string;
  tags: string[];
  turns: string[];
  planted: PlantedPassage[];
  reason: string;
  expects: Expectation;
};

/** A gold call with what the rules engine gives for it. */
export type GoldCall = { name: string; input: Record<string, unknown>; output: ToolResult };
