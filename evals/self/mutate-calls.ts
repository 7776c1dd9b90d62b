import type { Answer, ToolCall } from "../../server/agent/answer.ts";
import type { Fact } from "../../tools/facts.ts";
import { getTool } from "../../tools/registry.ts";
import type { Chance } from "../checker/random.ts";
import type { Subject } from "../scorers/scorer.ts";
import { type Mutation, reworded } from "./mutation.ts";

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function removeTool({ answer, gold }: Subject, chance: Chance): Answer | null {
  if (gold.length === 0) return null;
  const { name } = chance.pick(gold);
  return { ...answer, toolCalls: answer.toolCalls.filter((call) => call.name !== name) };
}

/** A call of a tool as its own example shows it. */
async function exampleCall(name: string, { knowledge }: Subject): Promise<ToolCall> {
  const tool = getTool(name);
  const { output } = await tool.call(tool.example, knowledge);
  return { name, input: tool.example, output };
}

async function addTool(subject: Subject, name: string | undefined): Promise<Answer | null> {
  if (name === undefined) return null;
  const { answer } = subject;
  return { ...answer, toolCalls: [...answer.toolCalls, await exampleCall(name, subject)] };
}

/** A field of an input, however deep, set to another value; the same input where it has none. */
function withField(input: unknown, field: string, value: unknown): unknown {
  if (Array.isArray(input)) return input.map((each) => withField(each, field, value));
  if (!isFields(input)) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, inner]) => [
      key,
      key === field ? value : withField(inner, field, value),
    ]),
  );
}

const hasField = (input: unknown, field: string): boolean =>
  JSON.stringify(withField(input, field, null)) !== JSON.stringify(input);

/** Of a field that the case names, another value in every call that has it. */
function changeArgument(field: string, values: readonly unknown[]) {
  return ({ answer, gold }: Subject): Answer | null => {
    const names = new Set(gold.flatMap(({ name, input }) => (hasField(input, field) ? [name] : [])));
    if (names.size === 0) return null;
    const known = JSON.stringify([
      gold.map(({ input, output }) => [input, "resolved" in output && output.resolved]),
    ]);
    const value = values.find((each) => !known.includes(JSON.stringify(each)));
    const toolCalls = answer.toolCalls.map((call) =>
      names.has(call.name) ? { ...call, input: withField(call.input, field, value) } : call,
    );
    return { ...answer, toolCalls };
  };
}

/** The first fact of a result that the text shows, with half as much again in the record. */
function forgedFact({ answer }: Subject): { call: ToolCall; fact: Fact; forged: Fact } | null {
  for (const call of answer.toolCalls)
    for (const fact of call.output.facts) {
      const [, digits = "", unit = ""] = /^(\d\d?\.\d+) (GB|MB)$/.exec(fact.display) ?? [];
      const display = `${(Number(digits) * 1.537).toPrecision(4)} ${unit}`;
      const isShown = unit !== "" && answer.answer.includes(fact.display);
      if (isShown && !JSON.stringify(answer.toolCalls).includes(display))
        return { call, fact, forged: { ...fact, value: fact.value * 1.537, display } };
    }
  return null;
}

function forge(subject: Subject): Answer | null {
  const found = forgedFact(subject);
  if (!found) return null;
  const { call, fact, forged } = found;
  const facts = call.output.facts.map((each) => (each === fact ? forged : each));
  const toolCalls = subject.answer.toolCalls.map((each) =>
    each === call ? { ...call, output: { ...call.output, facts } } : each,
  );
  return { ...subject.answer, toolCalls };
}

/** A forged record with the text that quotes it. */
function forgeAndQuote(subject: Subject): Answer | null {
  const found = forgedFact(subject);
  const answer = forge(subject);
  if (!found || !answer) return null;
  return reworded({ answer }, answer.answer.replaceAll(found.fact.display, found.forged.display));
}

/** Calls left out, made otherwise, added, and forged. */
export const callMutations: readonly Mutation[] = [
  { kind: "tool call removed", scorer: "tools", mutate: removeTool },
  {
    kind: "forbidden tool added",
    scorer: "tools",
    mutate: (subject) => addTool(subject, subject.case.expects.forbids[0]),
  },
  {
    kind: "needless tool added",
    scorer: "restraint",
    mutate: (subject) => addTool(subject, subject.case.expects.restrains ? "look-up" : undefined),
  },
  { kind: "recorded result forged", scorer: "tools", mutate: forge },
  { kind: "result forged and quoted", scorer: "numbers", mutate: forgeAndQuote },
  {
    kind: "board changed",
    scorer: "arguments",
    mutate: changeArgument("device", ["jetson-tx2", "jetson-nano-4gb", "xavier-nx-8gb"]),
  },
  {
    kind: "model changed",
    scorer: "arguments",
    mutate: changeArgument("model", ["smollm2-135m", "smollm2-360m"]),
  },
  {
    kind: "quantization changed",
    scorer: "arguments",
    mutate: changeArgument("quantization", ["q2-k", "q6-k"]),
  },
  { kind: "context changed", scorer: "arguments", mutate: changeArgument("contextTokens", [777, 1111]) },
];
