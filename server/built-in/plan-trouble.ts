import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Symptom } from "../../knowledge/trouble-schema.ts";
import { planFit } from "./plan-fit.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";
import type { TroubleTopic } from "./trouble-topic.ts";

/** Documents that say what others ran into and what came of it. */
const helpful = ["jetson-field-notes", "reported-questions"] as const;
const passages = 5;
/** Causes asked for: as many as are shown, and those that were tried before them; the tool gives no more. */
const [usual, most] = [4, 12];
/** Circumstances that the tool weighs. */
const mostSaid = 12;

/** Trouble in which it matters whether the memory is enough. */
const ofMemory: readonly Symptom[] = [
  "killed-loading",
  "killed-later",
  "allocation-fails",
  "takes-all-memory",
  "relies-on-swap",
  "will-not-start",
];

const shares = (some: readonly Symptom[], others: readonly Symptom[]) =>
  some.some((one) => others.includes(one));

/** The reading with the board and the engine that the trouble is with: the others are where it works. */
function narrowed(reading: Reading, { boards, runtime }: TroubleTopic): Reading {
  const own = reading.boards.filter((id) => boards.includes(id));
  return {
    ...reading,
    compares: false,
    boards: own.length > 0 ? own : reading.boards,
    runtimes: runtime ? [runtime] : reading.runtimes,
  };
}

function causesCall(reading: Reading, trouble: TroubleTopic, knowledge: Knowledge): PlannedCall {
  const device = reading.boards.find((board) => knowledge.devices.find(board));
  const [model] = reading.models;
  return {
    name: "troubleshoot",
    input: {
      symptoms: trouble.symptoms,
      ...(device && { device }),
      ...(model && { model: model.name }),
      ...(trouble.runtime && { runtime: trouble.runtime }),
      ...(trouble.release && { release: trouble.release }),
      ...(trouble.circumstances.length > 0 && { circumstances: trouble.circumstances.slice(0, mostSaid) }),
      ...(trouble.tried.length > 0 && { limit: Math.min(usual + trouble.tried.length, most) }),
    },
  };
}

/** Boards for which sums are made; a family such as "Orin" has more. */
const mostBoards = 2;

/** The memory or the speed to expect; of a speed with a draft nothing is known that could be compared. */
function sumCalls(reading: Reading, trouble: TroubleTopic, knowledge: Knowledge): PlannedCall[] {
  const { symptoms, circumstances } = trouble;
  if (reading.boards.length === 0 || reading.models.length === 0) return [];
  const few = { ...reading, boards: reading.boards.slice(0, mostBoards) };
  if (trouble.elsewhere) return planFit(few, knowledge).filter(({ name }) => name !== "look-up");
  if (shares(symptoms, ofMemory)) return planFit(few, knowledge).filter(({ name }) => name === "memory-fit");
  if (!symptoms.includes("slower-than-published") || circumstances.includes("draft-model")) return [];
  const usual = { ...few, quantizations: [] };
  const asked = circumstances.includes("precision-asked") ? [few, usual] : [few];
  return asked
    .flatMap((each) => planFit(each, knowledge))
    .filter(({ name }) => name === "estimate-throughput");
}

/** Calls for a question that reports trouble: its causes, the memory or the speed where board and model are known, and what others reported. */
export function planTrouble(
  question: string,
  all: Reading,
  trouble: TroubleTopic,
  knowledge: Knowledge,
): PlannedCall[] {
  const reading = narrowed(all, trouble);
  return [
    causesCall(reading, trouble, knowledge),
    ...sumCalls(reading, trouble, knowledge),
    ...helpful.map((source) => ({
      name: "search-documents",
      input: { query: question, limit: passages, source },
    })),
  ];
}
