import { text } from "node:stream/consumers";
import { AppError } from "../../knowledge/errors.ts";
import type { Advisor } from "../agent/advisor.ts";
import type { Answer } from "../agent/answer.ts";
import type { Turn } from "../built-in/turn.ts";
import { readConversation } from "./conversation-file.ts";
import { renderAnswer } from "./render-answer.ts";
import { type AdvisorChoice, type Declare, declareChoice } from "./wiring.ts";

type Options = { json: boolean; history?: readonly Turn[] };

/** Asks one question and prints the answer, as text or as JSON. */
export async function ask(
  question: string,
  { json, history = [] }: Options,
  advisor: Pick<Advisor, "ask">,
  print: (text: string) => void,
): Promise<void> {
  if (question.trim() === "")
    throw new AppError(
      "invalid-input",
      'Cannot answer: no question was given. Try: ask "Can I run Llama 3.1 8B on an Orin NX 16GB?"',
    );
  const answer: Answer = await advisor.ask(question.trim(), { history });
  print(json ? JSON.stringify(answer, null, 2) : renderAnswer(answer));
}

/** `ask "<question>"` */
export const declare: Declare = (program, { print, advisorOf }) => {
  declareChoice(program.command("ask"))
    .description("answer a question; reads standard input when none is given")
    .argument("[question...]", "the question")
    .option("--json", "print the whole answer as JSON", false)
    .option("--after <file>", "go on with the conversation of an earlier ask --json")
    .action(async (words: string[], options: AdvisorChoice & { json: boolean; after?: string }) => {
      const { json, after, ...choice } = options;
      const question = words.length > 0 ? words.join(" ") : await text(process.stdin);
      const history = after === undefined ? [] : readConversation(after);
      await ask(question, { json, history }, await advisorOf(choice), print);
    });
};
