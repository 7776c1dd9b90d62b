import type { Answer } from "../agent/answer.ts";
import type { MarkedClaim } from "../check/check.ts";

const numbers = (claims: readonly MarkedClaim[]) => claims.filter(({ kind }) => kind === "number").length;

function checkLine({ check, model, durationMs }: Answer): string {
  const { verified, given, unverified } = check;
  const doubt = unverified.length > 0 ? ` (${unverified.map(({ text }) => text).join(", ")})` : "";
  return `Checked: ${numbers(verified)} numbers verified, ${numbers(given)} from your question, ${unverified.length} unverified${doubt}. Answered by ${model} in ${durationMs} ms.`;
}

function struckLines({ check }: Answer): string[] {
  if (check.struck.length === 0) return [];
  const each = check.struck.map(({ text, reason }) => `- “${text}” – ${reason}`);
  return ["", "### Struck from the model's text", "", ...each];
}

function problemLines({ problem, degraded, model }: Answer): string[] {
  if (!problem) return [];
  return [
    "",
    degraded ? `${model} did not answer; this is the built-in answer. ${problem.message}` : problem.message,
  ];
}

/** What stands behind the text of an answer: the passages it cites, what was struck, and how its claims stand. */
export function renderGrounds(answer: Answer): string {
  const cited = answer.citations.map(
    ({ id, title, heading }) => `[${id}] ${title}: ${heading.split(" › ").at(-1)}`,
  );
  const passages = cited.length > 0 ? ["", "### Cited passages", "", ...cited] : [];
  return [...passages, ...struckLines(answer), ...problemLines(answer), "", checkLine(answer)].join("\n");
}

/** An answer as the terminal shows it. */
export function renderAnswer(answer: Answer): string {
  return `${answer.answer}\n${renderGrounds(answer)}`;
}
