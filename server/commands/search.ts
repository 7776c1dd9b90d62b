import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Passage } from "../../knowledge/search.ts";
import { wholeNumber } from "./whole-number.ts";
import type { Declare } from "./wiring.ts";

function renderPassage({ id, heading, text, score }: Passage): string {
  const body = text
    .split("\n")
    .filter((line) => !line.startsWith("#") && line.trim() !== "")
    .join("\n");
  return `${heading}\n[${id}] score ${score.toFixed(2)}\n${body}`;
}

/** Searches the documents and prints the passages, best first. */
export async function search(
  query: string,
  options: { json: boolean; limit: number },
  knowledge: Knowledge,
  print: (text: string) => void,
): Promise<void> {
  const passages = await knowledge.search(query, { limit: options.limit });
  if (options.json) print(JSON.stringify(passages, null, 2));
  else print(passages.length > 0 ? passages.map(renderPassage).join("\n\n") : "No passage matches.");
}

/** `search "<query>"` */
export const declare: Declare = (program, { print, knowledge }) => {
  program
    .command("search")
    .description("search the source documents")
    .argument("<query...>", "words to look for")
    .option("--json", "print the passages as JSON", false)
    .option("--limit <n>", "how many passages", wholeNumber, 5)
    .action((words: string[], options: { json: boolean; limit: number }) =>
      search(words.join(" "), options, knowledge, print),
    );
};
