import { type DynamicToolUIPart, isToolUIPart, type ToolUIPart, type UIMessage } from "ai";
import { useRef } from "react";

export type ToolPart = ToolUIPart | DynamicToolUIPart;

function isSame(one: ToolPart, other: ToolPart | undefined): boolean {
  return one.toolCallId === other?.toolCallId && one.state === other.state && one.output === other.output;
}

/** The calls of tools in a message: the same list until one of them changes, since each word brings new parts. */
export function useToolParts(parts: UIMessage["parts"]): readonly ToolPart[] {
  const known = useRef<readonly ToolPart[]>([]);
  const found = parts.filter(isToolUIPart);
  const isChanged =
    found.length !== known.current.length || found.some((part, index) => !isSame(part, known.current[index]));
  if (isChanged) known.current = found;
  return known.current;
}
