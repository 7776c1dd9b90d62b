import type { ChatStatus, UIMessage } from "ai";
import { isChecked } from "./checked-answer.ts";

/** What a screen reader hears of an answer, in place of every word as it comes. */
export function toStatusText(status: ChatStatus, last: UIMessage | undefined, waiting: string): string {
  if (!last) return "";
  if (waiting && (status === "submitted" || status === "streaming")) return waiting;
  if (status === "submitted") return "Question sent. Waiting for the answer.";
  if (status === "streaming") return "The answer is being written.";
  if (last.role === "user")
    return status === "error" ? "There is no answer." : "Stopped before an answer came.";
  return isChecked(last) ? "The answer is complete." : "The answer ended early.";
}
