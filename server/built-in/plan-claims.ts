import type { Knowledge } from "../../knowledge/knowledge.ts";
import { findMentions } from "./mentions.ts";
import { clocksOf, isLanguage, modeOf, planFit } from "./plan-fit.ts";
import type { PlannedCall } from "./planned-call.ts";
import { claimedPrices, type ReadClaim, readClaim } from "./read-claim.ts";
import type { ModelMention } from "./read-models.ts";
import type { Reading } from "./reading.ts";
import { withoutBoards } from "./reading-boards.ts";

/** Claims checked for one question: families of boards, original and faster clocks. */
const most = 6;

/** "Can I run … at 20 tok/s": whether it fits is asked as well. */
const alsoFits = /\b(?:runs?|fits?|load|host|serve)\b/i;

function settingsOf(reading: Reading): Record<string, unknown> {
  const { contextTokens, concurrency, promptTokens, quantizations, runtimes, eagle } = reading;
  return {
    ...(quantizations[0] && { quantization: quantizations[0] }),
    ...(runtimes[0] && { runtime: runtimes[0] }),
    ...(contextTokens && { contextTokens }),
    ...(concurrency && { concurrency }),
    ...(promptTokens && { promptTokens }),
    ...(eagle && { speculativeDecoding: { method: "EAGLE-3" } }),
  };
}

function priceKind(question: string): { kind?: "kit" | "module" } {
  if (/\bkits?\b/i.test(question)) return { kind: "kit" };
  return /\bmodules?\b/i.test(question) ? { kind: "module" } : {};
}

/** What is claimed of a model is checked for it, what is claimed of a board for the board alone. */
function isOfModel({ metric, isSpeed }: ReadClaim): boolean {
  return isSpeed || ["kv-cache", "file-size", "weights", "memory"].includes(metric);
}

function modelCalls(
  claim: ReadClaim,
  models: readonly ModelMention[],
  reading: Reading,
  knowledge: Knowledge,
): PlannedCall[] {
  const { metric, value } = claim;
  const settings = settingsOf(reading);
  const boards = reading.boards.flatMap((device) => {
    const mode = modeOf(device, reading, knowledge);
    const clocks = claim.isSpeed && !mode.powerMode ? clocksOf(device, knowledge) : [device];
    return clocks.map((board) => ({ device: board, ...mode }));
  });
  const places = boards.length > 0 ? boards : [{}];
  return models.flatMap(({ reference }) =>
    places.map((place) => ({
      name: "check-claim",
      input: { ...place, model: reference, ...settings, metric, value },
    })),
  );
}

/** Checks of the figure a question doubts, for each board and model it may be of; undefined for any other question. */
export function planClaims(
  question: string,
  reading: Reading,
  knowledge: Knowledge,
): PlannedCall[] | undefined {
  if (reading.board) return undefined;
  const blanked = withoutBoards(question, findMentions(question, knowledge));
  const claim = readClaim(question, blanked, reading.concurrency);
  if (!claim) return undefined;
  const { metric, value } = claim;
  if (isOfModel(claim)) {
    const models = reading.models.filter((model) => isLanguage(model, knowledge));
    const checks = modelCalls(claim, models, reading, knowledge).slice(0, most);
    if (checks.length === 0) return undefined;
    const fits = alsoFits.test(question) && reading.boards.length > 0 ? planFit(reading, knowledge) : [];
    return [...checks, ...fits.filter(({ name }) => name === "memory-fit")];
  }
  if (reading.boards.length === 0) return undefined;
  const kind = metric === "price" ? priceKind(question) : {};
  const boards = reading.boards.flatMap((device) =>
    metric === "price" ? [device] : clocksOf(device, knowledge),
  );
  const values = metric === "price" ? [...new Set(claimedPrices(question))] : [value];
  return boards
    .flatMap((device) =>
      values.map((each) => ({ name: "check-claim", input: { device, metric, value: each, ...kind } })),
    )
    .slice(0, most);
}
