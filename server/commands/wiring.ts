import type { Command } from "commander";
import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Advisor } from "../agent/advisor.ts";
import type { Mode } from "../agent/answer.ts";
import type { ModelChoice } from "../backends/choose-backend.ts";

/** What a user says of who shall answer. */
export type AdvisorChoice = ModelChoice & { mode?: Mode };

/** What commands work with. */
export type Wiring = {
  knowledge: Knowledge;
  /** The folder of the checkout. */
  root: string;
  /** Writes a line to standard output. */
  print(line: string): void;
  advisorOf(choice: AdvisorChoice): Promise<Advisor>;
};

/** States a command of the terminal; it loads what it needs when it is called. */
export type Declare = (program: Command, wiring: Wiring) => void;

/** The options by which a command chooses who answers. */
export function declareChoice(command: Command): Command {
  return command
    .option("--endpoint <url>", "OpenAI-compatible server, such as http://127.0.0.1:11434/v1")
    .option("--model <id>", 'model that server has; "built-in" needs no server')
    .option(
      "--mode <mode>",
      "who plans the calls of tools: guided (the built-in planner first) or free",
      parseMode,
    );
}

function parseMode(text: string): Mode {
  if (text === "guided" || text === "free") return text;
  throw new AppError("invalid-input", `Cannot use the mode "${text}": there are guided and free.`);
}
