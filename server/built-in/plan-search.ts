import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";

/** Passages asked for; enough for two documents to disagree. */
const passages = 20;

/** Names and sizes say what a question is about; a short one of them is searched better than the sentence. */
function searchQuery(
  question: string,
  { boards, models, quantizations }: Reading,
  knowledge: Knowledge,
): string {
  const names = boards
    .slice(0, 2)
    .map((id) => knowledge.devices.get(id).entry.value.name.replace(/^Jetson /, ""));
  const asked = models.map(({ name }) => name.replace(/ (Instruct|it)$/, ""));
  if (names.length === 0 || asked.length === 0) return question;
  // What the documents call a size begins at a billion parameters.
  const sizes = models.flatMap(({ billions = 0 }) => (billions >= 0.5 ? [`${Math.round(billions)}B`] : []));
  return [...asked, ...names, ...sizes, ...quantizations.slice(0, 1)].join(" ");
}

/** The search of the documents that every answer quotes from. */
export function searchCall(question: string, reading: Reading, knowledge: Knowledge): PlannedCall {
  return {
    name: "search-documents",
    input: { query: searchQuery(question, reading, knowledge), limit: passages },
  };
}
