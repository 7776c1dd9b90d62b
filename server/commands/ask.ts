import { AppError } from "../../knowledge/errors.ts";
import type { Advisor } from "../agent/advisor.ts";
import type { Answer } from "../agent/answer.ts";

function checkLine({ check, model, durationMs }: Answer): string {
  const { verified, given, unverified } = check;
  const doubt = unverified.length > 0 ? ` (${unverified.map(({ text }) => text).join(", ")})` : "";
  return `Checked: ${verified.length} numbers verified, ${given.length} from your question, ${unverified.length} unverified${doubt}. Answered by ${model} in ${durationMs} ms.`;
}

/** An answer as the terminal shows it: the text, the passages it cites, and how its numbers stand. */
export function renderAnswer(answer: Answer): string {
  const cited = answer.citations.map(
    ({ id, title, heading }) => `[${id}] ${title}: ${heading.split(" › ").at(-1)}`,
  );
  const passages = cited.length > 0 ? ["", "### Cited passages", "", ...cited] : [];
  return [answer.answer, ...passages, "", checkLine(answer)].join("\n");
}

/** Asks one question and prints the answer, as text or as JSON. */
export async function ask(
  question: string,
  options: { json: boolean },
  advisor: Advisor,
  print: (text: string) => void,
): Promise<void> {
  if (question.trim() === "")
    throw new AppError(
      "invalid-input",
      'Cannot answer: no question was given. Try: ask "Can I run Llama 3.1 8B on an Orin NX 16GB?"',
    );
  const answer = await advisor.ask(question.trim());
  print(options.json ? JSON.stringify(answer, null, 2) : renderAnswer(answer));
}
