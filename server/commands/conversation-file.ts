import { readFileSync } from "node:fs";
import { z } from "zod";
import { AppError } from "../../knowledge/errors.ts";
import type { Turn } from "../built-in/turn.ts";

const SavedTurn = z.object({ role: z.enum(["user", "assistant"]), text: z.string() });
const Saved = z.object({ question: z.string(), answer: z.string(), history: z.array(SavedTurn).default([]) });

/**
 * The turns of a conversation that `ask --json` wrote, its last answer included. Only words are read: figures are
 * computed again, so that a changed file proves nothing. Throws `invalid-input`.
 */
export function readConversation(file: string): Turn[] {
  const refused = (reason: string, cause?: unknown) =>
    new AppError(
      "invalid-input",
      `Cannot go on after "${file}": ${reason}. Write it with: ask "…" --json > ${file}`,
      {
        cause,
      },
    );
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw refused(cause instanceof SyntaxError ? "it is no valid JSON" : "the file cannot be read", cause);
  }
  const saved = Saved.safeParse(content);
  if (!saved.success) throw refused("it is no answer of ask --json", saved.error);
  const { question, answer, history } = saved.data;
  return [...history, { role: "user", text: question }, { role: "assistant", text: answer }];
}
