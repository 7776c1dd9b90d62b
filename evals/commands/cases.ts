import { loadCases } from "../load-cases.ts";
import { type Selection, selectCases } from "../run/select-cases.ts";
import { declareSelection } from "./run-options.ts";
import type { Declare, Wiring } from "./wiring.ts";

type Options = Selection & { cases: string; json: boolean };

/** Lists the cases that a run would ask. */
export function listCases(options: Options, { knowledge, print }: Pick<Wiring, "knowledge" | "print">): void {
  const cases = selectCases(loadCases(knowledge, options.cases), options);
  const lines = [...cases.map(({ id, tags }) => `${id}  [${tags.join(", ")}]`), `${cases.length} cases`];
  print(options.json ? JSON.stringify(cases, null, 2) : lines.join("\n"));
}

/** `eval cases` */
export const declare: Declare = (program, wiring) => {
  declareSelection(program.command("cases"))
    .description("list the cases with their tags")
    .option("--json", "print them whole, as JSON", false)
    .action((options: Options) => listCases(options, wiring));
};
