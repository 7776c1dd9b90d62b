import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { MemoryFitInput } from "../../tools/memory/plan.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import { isLanguageModel, type WorkloadInput } from "../../tools/placement/workload.ts";
import {
  toCamerasQuestion,
  toCheapestQuestion,
  toContextQuestion,
  toMeasuredQuestion,
  toSpeedQuestion,
} from "../built-in/phrase-asks.ts";
import { toQuestion } from "../built-in/phrase-plan.ts";
import { haveSameWorkloads } from "../built-in/told-apart.ts";
import { fixLabel } from "./fix-label.ts";
import { type FollowUp, longestLabel, shortName, suggest } from "./follow-up.ts";
import { boardsBeside } from "./other-boards.ts";

/** Whether fit was asked, and whether the answer tells speeds already, so that something else is suggested. */
export type ToldOfPlans = { fit: boolean; speed: boolean };

/** Changes shown: the mildest, and the board that takes the plan as it is. */
const mostFixes = 3;
/** Boards that are offered for themselves. */
const mostBoards = 3;
/** With less of the memory left than this share, more of it is the next thought. */
const littleRoom = 0.15;

function isLanguage({ model }: WorkloadInput, knowledge: Knowledge): boolean {
  const record = typeof model === "string" ? knowledge.models.find(model)?.entry.value : undefined;
  return record === undefined || isLanguageModel(record);
}

/** Changes that make a plan fit, each as the question that has its verdict. */
function fixesOf(fit: MemoryFit, isOne: boolean, knowledge: Knowledge): FollowUp[] {
  const { fixes, resolved, names } = fit;
  const moved = fixes.filter(({ input }) => input.device !== resolved.device);
  const mild = fixes.filter((fix) => !moved.includes(fix)).slice(0, mostFixes - moved.length);
  return [...mild, ...moved].flatMap((fix) => {
    const label = fixLabel(fix, resolved, knowledge);
    const there = `${label} (${shortName(names.device)})`;
    const isSaid = isOne || moved.includes(fix) || there.length > longestLabel;
    return suggest("fix", isSaid ? label : there, () => toQuestion(fix.input, knowledge));
  });
}

function boardsOf(fit: MemoryFit, knowledge: Knowledge): FollowUp[] {
  const { cheaper, larger } = boardsBeside(fit, knowledge);
  const isNarrow = fit.headroomBytes < fit.bytesAvailable * littleRoom;
  const board = isNarrow ? (larger ?? cheaper) : cheaper;
  if (!board) return [];
  const label = `${board === cheaper ? "Cheaper" : "More room"}: ${shortName(board.name)}`;
  const { powerMode, l4t, ...plan } = fit.resolved;
  return suggest("board", label, () => toQuestion({ ...plan, device: board.id }, knowledge));
}

/** The usual format of the engine at another width: more bits where they fit by their weights, else fewer. */
function formatOf({ resolved, lines, headroomBytes }: MemoryFit, knowledge: Knowledge): FollowUp[] {
  const index = resolved.workloads.findIndex((workload) => isLanguage(workload, knowledge));
  const workload = resolved.workloads[index];
  const runtime = knowledge.runtimes.find(workload?.runtime ?? "")?.entry.value;
  const present = knowledge.quantizations.find(workload?.quantization ?? "")?.entry;
  if (!workload || !runtime || !present) return [];
  const weights = lines.reduce(
    (sum, line) => sum + (line.workload === index && line.part === "weights" ? line.bytes : 0),
    0,
  );
  const bits = present.value.nominalBits;
  const { bits4, bits8, bits16 } = runtime.usual;
  const usual = [bits4, bits8, bits16].flatMap((id) => (id ? [knowledge.quantizations.get(id).entry] : []));
  const more = usual.find(
    ({ value }) => value.nominalBits > bits && (value.nominalBits / bits - 1) * weights < headroomBytes,
  );
  const other = more ?? usual.findLast(({ value }) => value.nominalBits < bits);
  if (!other) return [];
  const workloads = resolved.workloads.map((each) =>
    each === workload ? { ...each, quantization: other.id } : each,
  );
  return suggest("quantization", `${other.value.name} instead`, () =>
    toQuestion({ ...resolved, workloads }, knowledge),
  );
}

/** How fast it is: tokens of a language model, cameras of a detector. */
export function speedOf(plan: MemoryFitInput, knowledge: Knowledge): FollowUp[] {
  const { workloads, device } = plan;
  if (workloads.some((workload) => isLanguage(workload, knowledge)))
    return suggest("speed", "How fast is it?", () => toSpeedQuestion(plan, knowledge));
  const detector = workloads.find(
    ({ model }) => typeof model === "string" && knowledge.models.find(model)?.entry.value.kind === "detector",
  );
  if (!detector || typeof device !== "string") return [];
  return suggest("speed", "How many cameras can it watch?", () =>
    toCamerasQuestion(device, detector, knowledge),
  );
}

/** Who measured the first model of a plan that anybody did. */
export function measuredOf({ workloads, device }: MemoryFitInput, knowledge: Knowledge): FollowUp[] {
  const ids = workloads.flatMap(({ model }) =>
    typeof model === "string" ? (knowledge.models.find(model)?.entry.id ?? []) : [],
  );
  const measured = ids.find((id) => knowledge.measurements(id).length > 0);
  if (measured === undefined || typeof device !== "string") return [];
  return suggest("measured", "Who measured it?", () => toMeasuredQuestion(measured, device, knowledge));
}

/** Which board takes the same for the least money. */
export function cheapestOf(workloads: readonly WorkloadInput[], knowledge: Knowledge): FollowUp[] {
  return suggest("compare", "Which board is cheapest for this?", () =>
    toCheapestQuestion(workloads, knowledge),
  );
}

function contextOf(plan: MemoryFitInput, knowledge: Knowledge): FollowUp[] {
  if (!plan.workloads.some((workload) => isLanguage(workload, knowledge))) return [];
  return suggest("context", "Longest context that fits", () => toContextQuestion(plan, knowledge));
}

function ofOne(fit: MemoryFit, { fit: asksFit, speed }: ToldOfPlans, knowledge: Knowledge): FollowUp[] {
  const { resolved, verdict } = fit;
  const isRunning = verdict === "fits" || verdict === "tight";
  return [
    ...fixesOf(fit, true, knowledge),
    ...(asksFit ? [] : suggest("fit", "Does it fit?", () => toQuestion(resolved, knowledge))),
    ...(speed || !isRunning ? [] : speedOf(resolved, knowledge)),
    ...(verdict === "fits"
      ? [...contextOf(resolved, knowledge), ...boardsOf(fit, knowledge), ...formatOf(fit, knowledge)]
      : cheapestOf(resolved.workloads, knowledge)),
    ...measuredOf(resolved, knowledge),
    ...cheapestOf(resolved.workloads, knowledge),
  ];
}

/** The same models on several boards: each board for itself, and what helps where it does not fit. */
function onEach(fits: readonly MemoryFit[], asked: ToldOfPlans, knowledge: Knowledge): FollowUp[] {
  const [first] = fits;
  const refused = fits.find(({ verdict }) => verdict !== "fits");
  const running = fits.find(({ verdict }) => verdict === "fits");
  return [
    ...fits
      .slice(0, mostBoards)
      .flatMap(({ resolved, names }) =>
        suggest("board", `Only the ${shortName(names.device)}`, () => toQuestion(resolved, knowledge)),
      ),
    ...(refused ? fixesOf(refused, false, knowledge).slice(0, 1) : []),
    ...(running && !asked.speed ? speedOf(running.resolved, knowledge) : []),
    ...(first ? cheapestOf(first.resolved.workloads, knowledge) : []),
    ...(running ? measuredOf(running.resolved, knowledge) : []),
  ];
}

/** Several models or formats: the largest that fits, and what helps the first that does not. */
function ofEach(fits: readonly MemoryFit[], knowledge: Knowledge): FollowUp[] {
  const [largest] = fits
    .filter(({ verdict }) => verdict === "fits")
    .toSorted((a, b) => b.bytesNeeded - a.bytesNeeded);
  const refused = fits.find(({ verdict }) => verdict !== "fits");
  return [
    ...(largest
      ? [
          ...suggest("fit", `More on ${largest.names.workloads.join(" and ")}`, () =>
            toQuestion(largest.resolved, knowledge),
          ),
          ...speedOf(largest.resolved, knowledge).map((each) => ({ ...each, label: "How fast is that?" })),
          ...contextOf(largest.resolved, knowledge),
        ]
      : []),
    ...(refused ? fixesOf(refused, false, knowledge).slice(0, 1) : []),
    ...(largest ? measuredOf(largest.resolved, knowledge) : []),
  ];
}

/** What to ask after a verdict on memory. */
export function afterFits(fits: readonly MemoryFit[], asked: ToldOfPlans, knowledge: Knowledge): FollowUp[] {
  const [first, ...more] = fits;
  if (!first) return [];
  if (more.length === 0) return ofOne(first, asked, knowledge);
  const boards = new Set(fits.map(({ names }) => names.device));
  return haveSameWorkloads(fits) && boards.size > 1
    ? onEach(fits, asked, knowledge)
    : ofEach(fits, knowledge);
}
