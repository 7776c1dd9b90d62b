import { z } from "zod";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Plan, plan } from "../../server/built-in/plan.ts";
import type { PlannedCall } from "../../server/built-in/planned-call.ts";
import type { Turn } from "../../server/built-in/turn.ts";
import { type BrainCall, type ChatBody, contentOf } from "./model-server/brain.ts";

/** What the agent says in the user's place: a reminder, or what has to be written again. */
const ofAgent = /^(?:No tool was called|These statements)/;

function placeOfQuestion({ messages }: ChatBody): number {
  return messages.findLastIndex((message) => message.role === "user" && !ofAgent.test(contentOf(message)));
}

/** The words of the user that the model was asked last. */
export function questionOf(body: ChatBody): string {
  const message = body.messages[placeOfQuestion(body)];
  return message ? contentOf(message) : "";
}

/** The turns before the question. */
function historyOf(body: ChatBody): Turn[] {
  return body.messages.slice(0, Math.max(0, placeOfQuestion(body))).flatMap((message): Turn[] => {
    const { role } = message;
    return role === "user" || role === "assistant" ? [{ role, text: contentOf(message) }] : [];
  });
}

/** What the tools told the model about the question. */
export function resultsOf(body: ChatBody): string[] {
  return body.messages
    .slice(placeOfQuestion(body) + 1)
    .filter(({ role }) => role === "tool")
    .map(contentOf);
}

const Caller = z.object({
  tool_calls: z.array(z.object({ function: z.object({ name: z.string(), arguments: z.string() }) })),
});
const Input = z.record(z.string(), z.unknown());

/** The calls that were made for the question, by whomever. */
export function madeCalls(body: ChatBody): PlannedCall[] {
  const messages = body.messages.slice(placeOfQuestion(body) + 1);
  const calls = messages.flatMap((message) => Caller.safeParse(message).data?.tool_calls ?? []);
  return calls.map(({ function: { name, arguments: input } }) => ({
    name,
    input: Input.parse(JSON.parse(input)),
  }));
}

/** The question as the built-in planner understands it. */
export function planOf(body: ChatBody, knowledge: Knowledge): Plan {
  return plan(questionOf(body), historyOf(body), knowledge);
}

/** The part of a tool's schema that says which fields its input has. */
const Offered = z.object({ parameters: z.object({ properties: z.record(z.string(), z.unknown()) }) });

/** The calls that the question needs, as far as they are offered: a model sets no field that it is not shown. */
export function neededCalls(body: ChatBody, knowledge: Knowledge): BrainCall[] {
  const fields = new Map(
    (body.tools ?? []).map(({ function: tool }) => {
      const properties = Offered.safeParse(tool).data?.parameters.properties ?? {};
      return [tool.name, new Set(Object.keys(properties))];
    }),
  );
  return planOf(body, knowledge).calls.flatMap(({ name, input }) => {
    const offered = fields.get(name);
    if (!offered) return [];
    return [{ name, input: Object.fromEntries(Object.entries(input).filter(([key]) => offered.has(key))) }];
  });
}
