import { isToolUIPart, type UIMessage } from "ai";
import { toMarkdown as toAnswerMarkdown } from "../chat/answer-markdown.ts";
import { findAnswer } from "../chat/checked-answer.ts";
import { findPassages } from "../chat/passages.ts";
import { isListOf, isShape, isString } from "../guards.ts";
import { revealHidden } from "../hidden-characters.ts";
import { type Conversation, textOf } from "./conversation.ts";

const hasVerdicts = isShape({
  verdicts: isListOf(isShape({ device: isString, workloads: isListOf(isString), verdict: isString })),
});

function verdictLines(parts: UIMessage["parts"]): string[] {
  const data = parts.flatMap((part) => (part.type === "data-answer" && "data" in part ? [part.data] : []));
  return data
    .filter(hasVerdicts)
    .flatMap(({ verdicts }) => verdicts)
    .map(({ device, workloads, verdict }) => `- **${verdict}**: ${workloads.join(" + ")} on ${device}`);
}

function answerBlocks(message: UIMessage, turn: number): string[] {
  const { parts } = message;
  const answer = findAnswer(parts);
  const text = answer?.answer ?? textOf(message);
  const passages = findPassages(parts.filter(isToolUIPart), text, answer);
  return [
    verdictLines(parts).join("\n"),
    toAnswerMarkdown({ text, passages, answer }, turn).trim(),
    answer ? "" : "*This answer ended early, before the report of its check.*",
  ];
}

function questionBlock(message: UIMessage): string {
  return revealHidden(textOf(message))
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

/** A day as it is written everywhere: 2026-11-28. */
function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** A conversation to read and print: questions as quotes, answers with verdicts, check and sources as footnotes. */
export function toMarkdown({ title, createdAt, updatedAt, messages }: Conversation): string {
  const days = [...new Set([createdAt, updatedAt].map(dayOf))].join(" to ");
  const blocks = messages.flatMap((message, index) =>
    message.role === "user" ? [questionBlock(message)] : answerBlocks(message, index),
  );
  return `${[`# ${revealHidden(title)}`, `Jetson Advisor, ${days}`, ...blocks].filter((block) => block !== "").join("\n\n")}\n`;
}
