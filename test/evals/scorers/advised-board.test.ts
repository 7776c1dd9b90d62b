import { expect, it } from "vitest";
import { advisedBoard } from "../../../evals/scorers/advised-board.ts";
import { namesOf } from "../../../server/check/names.ts";
import { decide, knowledge } from "../../fixtures/server-knowledge.ts";

const decision = await decide({ modelKind: "detector", streams: 8 });
const names = namesOf(knowledge);
const right = decision.names[decision.platform] ?? "";
const other = decision.names[decision.alternatives[0] ?? ""] ?? "";

it.each([
  ["the right board", `Take the ${right}.`, true],
  ["both in one sentence", `Rather than the ${other} take the ${right}.`, true],
  ["figures of others before it", `The ${other} needs 3.5 GB.\nThe ${right} is the one to take.`, true],
  ["another board", `Take the ${other}.`, false],
  ["another board first", `The ${other} is right.\nThere is also the ${right}.`, false],
  ["no board", "That depends.", false],
])("advisedBoard() hears %s", (_, text, isRight) => {
  expect(advisedBoard(decision, text, names).length === 0).toBe(isRight);
});
