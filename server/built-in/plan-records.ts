import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";

/** Matters that a record or a document tells, and that no arithmetic on boards and models does. */
const ofRecord =
  /\b(?:when|what\s+year)\b[^?]*\b(?:released?|come\s+out|came\s+out|launched|announced|published)\b|\blicen[cs]\w*|\bcommercial(?:ly)?\b|\bhow\s+many\s+(?:parameters|layers|(?:KV\s+)?heads)\b/i;

const most = 4;

/** The records of what is named, where their own matters are asked, such as a release; undefined for any other question. */
export function planRecords(question: string, reading: Reading): PlannedCall[] | undefined {
  if (!ofRecord.test(question) || reading.board) return undefined;
  const models = reading.models.flatMap(({ reference }) =>
    typeof reference === "string" ? [reference] : [],
  );
  return [...models, ...reading.boards]
    .slice(0, most)
    .map((name): PlannedCall => ({ name: "look-up", input: { name } }));
}
