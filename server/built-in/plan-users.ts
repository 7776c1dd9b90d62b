import type { Knowledge } from "../../knowledge/knowledge.ts";
import { holdingBoard } from "./holding-board.ts";
import { isLanguage, planFit } from "./plan-fit.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";

const howManyUsers =
  /\bhow\s+many\s+(?:(?:concurrent|simultaneous|parallel|active)\s+)*(?:users?|people|clients|sessions|chats?|conversations?|requests?(?!\s*(?:a|per|\/)\s*(?:second|minute|hour|day|month)))\b/i;

/** Numbers tried, doubled as engines set their slots. */
const ladder = [1, 2, 4, 8, 16, 32, 64, 128];
const mostBoards = 2;

/** True where it is asked how many at once a board serves. */
export function asksUsers(question: string): boolean {
  return howManyUsers.test(question);
}

/** The most of those tried that the board holds, and the next, which it does not. */
function numbersFor(device: string, reading: Reading, knowledge: Knowledge): number[] {
  const holds = (concurrency: number) =>
    holdingBoard([device], { ...reading, concurrency }, knowledge) !== undefined;
  const most = ladder.findLastIndex(holds);
  return ladder.slice(Math.max(most, 0), Math.max(most, 0) + (most < 0 ? 1 : 2));
}

/** Memory and speed with as many at once as the board holds, and with the next number; undefined where it is not asked. */
export function planUsers(
  question: string,
  reading: Reading,
  knowledge: Knowledge,
): PlannedCall[] | undefined {
  const models = reading.models.filter((model) => isLanguage(model, knowledge));
  if (!asksUsers(question) || reading.board || reading.boards.length === 0 || models.length === 0)
    return undefined;
  return reading.boards
    .slice(0, mostBoards)
    .flatMap((device) =>
      numbersFor(device, reading, knowledge).flatMap((concurrency) =>
        planFit({ ...reading, boards: [device], concurrency }, knowledge),
      ),
    );
}
