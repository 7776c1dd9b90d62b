import { createInterface } from "node:readline";
import { toErrorBody } from "../../knowledge/errors.ts";
import type { Advisor } from "../agent/advisor.ts";
import type { Turn } from "../built-in/turn.ts";
import { readConversation } from "./conversation-file.ts";
import { renderGrounds } from "./render-answer.ts";
import { type AdvisorChoice, type Declare, declareChoice } from "./wiring.ts";

/** A terminal to talk in: lines come in, words and notes go out. */
export type Terminal = {
  lines: AsyncIterable<string>;
  write(words: string): void;
  /** Says what is going on, where somebody sees it. */
  note(message: string): void;
  /** Shows that a question is awaited. */
  prompt(): void;
  /** Hears that the answer under way is no longer wanted; gives back how to stop listening. */
  onInterrupt(stop: () => void): () => void;
};

const help = `Ask in a sentence; what was said before holds until you change it ("and on the 8 GB one?", "why 4.94 GB?").
/new starts afresh, /quit ends (as does Ctrl-D), Ctrl-C stops an answer.`;

type Options = { json: boolean; history: readonly Turn[] };

/** Answers one question while its words come, and gives back the turns that it added. */
async function answerLine(
  question: string,
  { json, history }: Options,
  advisor: Pick<Advisor, "ask">,
  terminal: Terminal,
): Promise<Turn[]> {
  const stopped = new AbortController();
  const stopListening = terminal.onInterrupt(() => stopped.abort());
  try {
    const answer = await advisor.ask(question, {
      history,
      abortSignal: stopped.signal,
      onEvent(event) {
        if (event.type === "status") terminal.note(event.status.message);
        if (event.type === "text" && !json) terminal.write(event.delta);
      },
    });
    terminal.write(json ? `${JSON.stringify(answer)}\n` : `\n${renderGrounds(answer)}\n`);
    return [
      { role: "user", text: question },
      { role: "assistant", text: answer.answer },
    ];
  } catch (thrown) {
    const body = toErrorBody(thrown);
    if (stopped.signal.aborted) terminal.note("Stopped.");
    else terminal.write(json ? `${JSON.stringify(body)}\n` : `\n${body.error.message}\n`);
    return [];
  } finally {
    stopListening();
  }
}

/** Talks until the lines end or /quit: every question is answered with the turns before it in mind. */
export async function chat(
  options: Options,
  advisor: Pick<Advisor, "ask">,
  terminal: Terminal,
): Promise<void> {
  let history = options.history;
  terminal.prompt();
  for await (const line of terminal.lines) {
    const question = line.trim();
    if (question === "/quit" || question === "/exit") return;
    if (question === "/new") history = [];
    else if (question.startsWith("/")) terminal.note(help);
    else if (question !== "")
      history = [...history, ...(await answerLine(question, { ...options, history }, advisor, terminal))];
    terminal.prompt();
  }
}

/** The terminal of this process; a prompt and notes are shown only where a person types. */
function openTerminal(): Terminal {
  const isPerson = process.stdin.isTTY === true;
  const lines = createInterface({ input: process.stdin, terminal: false });
  const show = (words: string) => isPerson && process.stderr.write(words);
  return {
    lines,
    write: (words) => process.stdout.write(words),
    note: (message) => show(`${message}\n`),
    prompt: () => show("\n› "),
    onInterrupt(stop) {
      process.once("SIGINT", stop);
      return () => process.off("SIGINT", stop);
    },
  };
}

/** `chat` */
export const declare: Declare = (program, { advisorOf }) => {
  declareChoice(program.command("chat"))
    .description("talk with the advisor; what was said before is kept in mind")
    .option("--json", "print every answer as one line of JSON", false)
    .option("--after <file>", "go on with the conversation of an earlier ask --json")
    .action(async ({ json, after, ...choice }: AdvisorChoice & { json: boolean; after?: string }) => {
      const advisor = await advisorOf(choice);
      const terminal = openTerminal();
      terminal.note(`${advisor.model} answers. ${help}`);
      await chat({ json, history: after === undefined ? [] : readConversation(after) }, advisor, terminal);
    });
};
