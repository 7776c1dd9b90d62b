import type { ToolResult } from "../../tools/tool.ts";

/** What a turn is doing while no words come. */
export type TurnStatus = {
  state: "queued" | "loading" | "retrying" | "writing" | "rewriting";
  message: string;
  /** Place in the queue, 1 being next. */
  position?: number;
};

/** What happens in a turn, in order; texts have passed the check. */
export type TurnEvent =
  | { type: "status"; status: TurnStatus }
  | { type: "call"; id: string; name: string; input: unknown }
  | { type: "result"; id: string; output: ToolResult }
  | { type: "refused"; id: string; message: string }
  | { type: "text"; delta: string };

/** Hears of the turn as it goes. */
export type Emit = (event: TurnEvent) => void;
