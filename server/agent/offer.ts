import { type JSONSchema7, jsonSchema, type Schema } from "ai";
import { z } from "zod";
import type { Tool } from "../../tools/tool.ts";

/** More tools than this confuse a small model and fill its context. */
const mostOffered = 6;

/**
 * The tools of a turn, in the order of the registry. The first six are offered unless a turn needs another: then the
 * last one that it does not need makes room, so that the beginning of the prompt stays the same from turn to turn.
 */
export function offeredTools(plannedNames: readonly string[], registry: readonly Tool[]): Tool[] {
  const core = registry.slice(0, mostOffered);
  const special = registry.slice(mostOffered).filter(({ name }) => plannedNames.includes(name));
  const isPlanned = ({ name }: Tool) => plannedNames.includes(name);
  const byNeed = [...special, ...core.filter(isPlanned), ...core.filter((tool) => !isPlanned(tool))];
  const offered = new Set(byNeed.slice(0, mostOffered));
  return registry.filter((tool) => offered.has(tool));
}

/** The JSON Schema of what a tool offers, as it goes over the wire. */
export function offeredSchema({ offered }: Pick<Tool, "offered">): JSONSchema7 {
  const { $schema, ...schema } = z.toJSONSchema(offered, { io: "input", target: "draft-7" });
  return schema;
}

/** What a tool offers, as the SDK takes it; slips are mended and the rest is refused field by field. */
export function offeredInput(tool: Pick<Tool, "offered">): Schema<unknown> {
  return jsonSchema<unknown>(offeredSchema(tool), {
    validate(value) {
      const { success, data, error } = tool.offered.safeParse(value);
      return success ? { success, value: data } : { success: false, error };
    },
  });
}

/** The tools as servers render them into the prompt, to count their tokens. */
export function offeredText(tools: readonly Tool[]): string {
  return tools
    .map((tool) => {
      const { name, description } = tool;
      return JSON.stringify({
        type: "function",
        function: { name, description, parameters: offeredSchema(tool) },
      });
    })
    .join("\n");
}

/** The offered tool of that name, however a model spells it: "memory_fit" and "MemoryFit" are memory-fit. */
export function findOffered(name: string, tools: readonly Tool[]): Tool | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, "");
  return tools.find((tool) => plain(tool.name) === plain(name.replace(/^functions?\./, "")));
}
