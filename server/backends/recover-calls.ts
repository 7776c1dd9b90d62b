import type {
  LanguageModelV4CallOptions,
  LanguageModelV4Middleware,
  LanguageModelV4StreamPart,
  LanguageModelV4ToolCall,
} from "@ai-sdk/provider";
import { z } from "zod";
import { mayBeTextCalls, parseTextCalls } from "./text-calls.ts";

type Tools = LanguageModelV4CallOptions["tools"];
/** Longer than any call: what piles up beyond it is prose. */
const longestCall = 32_768;

/** Whether the input is one that the tool's own schema takes; a schema that cannot be read takes none. */
function takes(schema: unknown, input: unknown): boolean {
  try {
    const { $schema: _, ...rules } = z.looseObject({}).parse(schema);
    return z.fromJSONSchema(rules).safeParse(input).success;
  } catch {
    return false;
  }
}

/** The message as calls of the offered tools, where all of it is that. */
export function recoverCalls(message: string, tools: Tools): LanguageModelV4ToolCall[] | undefined {
  const offered = new Map(
    tools?.flatMap((tool) => (tool.type === "function" ? [[tool.name, tool.inputSchema]] : [])),
  );
  const calls = parseTextCalls(message);
  if (!calls?.every(({ name, input }) => offered.has(name) && takes(offered.get(name), input)))
    return undefined;
  return calls.map(({ name, input }) => ({
    type: "tool-call",
    toolCallId: `recovered-${crypto.randomUUID()}`,
    toolName: name,
    input: JSON.stringify(input),
  }));
}

type Part = LanguageModelV4StreamPart;

/** Holds the text of a reply while it may be a call, and lets it go as what it turned out to be. */
function createHolder(tools: Tools, onRecoveredCall: () => void) {
  let held: Part[] = [];
  let text = "";
  let decided = false;
  const release = () => {
    const parts = held;
    decided = true;
    held = [];
    return parts;
  };
  const finish = (part: Extract<Part, { type: "finish" }>): Part[] => {
    const calls = decided ? undefined : recoverCalls(text, tools);
    if (!calls) return [...release(), part];
    for (const _ of calls) onRecoveredCall();
    const others = held.filter(({ type }) => !type.startsWith("text-"));
    return [...others, ...calls, { ...part, finishReason: { ...part.finishReason, unified: "tool-calls" } }];
  };
  return (part: Part): Part[] => {
    if (part.type === "finish") return finish(part);
    if (decided) return [part];
    if (part.type === "text-delta") text += part.delta;
    const isText = part.type.startsWith("text-");
    if (!isText && !held.length) return part.type === "tool-call" ? [...release(), part] : [part];
    held.push(part);
    const isCall = part.type.startsWith("tool-") || part.type === "error";
    return isCall || !mayBeTextCalls(text) || text.length > longestCall ? release() : [];
  };
}

/**
 * Turns a call that a model wrote as text into the call it meant, when, and only when, the whole message is that.
 * A text that begins like one is held until its end; all other text passes as it comes.
 */
export function recoverCallsMiddleware(onRecoveredCall: () => void): LanguageModelV4Middleware {
  return {
    specificationVersion: "v4",
    async wrapStream({ doStream, params }) {
      const { stream, ...rest } = await doStream();
      if (!params.tools?.length) return { stream, ...rest };
      const take = createHolder(params.tools, onRecoveredCall);
      const held = new TransformStream<Part, Part>({
        transform(part, controller) {
          for (const ready of take(part)) controller.enqueue(ready);
        },
      });
      return { stream: stream.pipeThrough(held), ...rest };
    },
  };
}
