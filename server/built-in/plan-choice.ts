import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { DecisionQuestion } from "../../tools/decision/question.ts";
import { isCurrentModule } from "../../tools/placement/board.ts";
import { newestPrice } from "../../tools/placement/newest-price.ts";
import { isLanguageModel } from "../../tools/placement/workload.ts";
import { holdingBoard } from "./holding-board.ts";
import { isLanguage, planFit } from "./plan-fit.ts";
import { cameraSpan, capacityCalls, isCamera, isDetector } from "./plan-streams.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { ModelMention } from "./read-models.ts";
import type { Reading } from "./reading.ts";

/** Boards from small to large, for a model without a board. */
const span = ["orin-nano-8gb", "orin-nx-16gb", "agx-orin-64gb", "agx-thor-devkit"];
/** A model has to be this close to the size asked for to stand as its example. */
const likeness = 0.1;
/** Weights at 4 bits, in bytes a parameter: a board with less memory is not worth trying. */
const leastBytesPerParameter = 0.5;
/** Boards tried where one is wanted: the smallest that can hold the model, and the next. */
const tried = 2;

const shownCheapest = 3;

type Kind = "llm" | "vlm" | "vla" | "detector";

function kindOf(reading: Reading, knowledge: Knowledge): Kind | undefined {
  if (reading.modelKind) return reading.modelKind;
  const kinds = reading.models.flatMap(({ reference }) => {
    const record = typeof reference === "string" ? knowledge.models.find(reference)?.entry.value : undefined;
    if (record?.kind === "stream") return ["detector" as const];
    return record && (isLanguageModel(record) || record.kind === "detector") ? [record.kind] : [];
  });
  const widest = (["vla", "vlm", "llm", "detector"] as const).find((kind) => kinds.includes(kind));
  if (widest) return widest;
  if (reading.models.length > 0) return "llm";
  return reading.detection && (reading.streams !== undefined || reading.boards.length === 0)
    ? "detector"
    : undefined;
}

function largestBillions({ models }: Reading): number | undefined {
  const sizes = models.flatMap(({ billions }) => (billions ? [Number(billions.toPrecision(3))] : []));
  return sizes.length > 0 ? Math.max(...sizes) : undefined;
}

function choiceInput(reading: Reading, knowledge: Knowledge): DecisionQuestion {
  const count = reading.models.reduce((sum, model) => sum + model.count, 0);
  const modelKind = kindOf(reading, knowledge);
  const largestModelBillions = largestBillions(reading);
  return {
    ...(largestModelBillions !== undefined && { largestModelBillions }),
    ...(modelKind && { modelKind }),
    ...(reading.streams !== undefined && { streams: reading.streams }),
    ...(reading.watts !== undefined && { powerBudgetWatts: reading.watts }),
    ...(reading.dollars !== undefined && { budgetUsd: reading.dollars }),
    ...(count > 1 && { concurrentModels: count }),
    ...(reading.isolation && { realTimeIsolation: true }),
    ...(reading.application && { application: reading.application }),
    ...(reading.requestsPerDay !== undefined && { requestsPerDay: Math.round(reading.requestsPerDay) }),
    ...(reading.battery && { battery: true }),
    ...(reading.passiveCooling && { passiveCooling: true }),
  };
}

/** A model on record of about the size asked for, so that a size has measurements to show. */
function example(model: ModelMention, knowledge: Knowledge): ModelMention {
  if (typeof model.reference === "string" || model.billions === undefined) return model;
  const wanted = model.billions;
  const away = (billions: number | undefined) => Math.abs((billions ?? 0) - wanted) / wanted;
  const [nearest] = knowledge.models.entries
    .filter(
      ({ id, value }) =>
        value.kind === "llm" &&
        away(value.parametersBillions) <= likeness &&
        knowledge.measurements(id).length > 0,
    )
    .sort(
      (a, b) =>
        knowledge.measurements(b.id).length - knowledge.measurements(a.id).length || (a.id < b.id ? -1 : 1),
    );
  return nearest ? { ...model, reference: nearest.id, name: nearest.value.name } : model;
}

/** The boards to try: all sizes for "can I run …", the smallest that may do, and one that does, where a board is wanted. */
function candidates(reading: Reading, knowledge: Knowledge): readonly string[] {
  if (!reading.board) return span;
  const least = reading.models.reduce(
    (sum, { billions, count }) => sum + (billions ?? 0) * 1e9 * leastBytesPerParameter * count,
    0,
  );
  const memory = (id: string) => knowledge.devices.get(id).entry.value.memory ?? 0;
  const worthTrying = span.filter((id) => memory(id) > least);
  const first = worthTrying.slice(0, tried);
  const holding = holdingBoard(worthTrying, reading, knowledge);
  return holding === undefined || first.includes(holding) ? first : [...first, holding];
}

/** The documents' rules on the same models: a second opinion beside the ledger. */
export function planOpinion(reading: Reading, knowledge: Knowledge): PlannedCall[] {
  const { largestModelBillions, modelKind, concurrentModels, requestsPerDay } = choiceInput(
    reading,
    knowledge,
  );
  const { streams, boards, compares } = reading;
  if (streams !== undefined && compares && boards.length > 1 && largestModelBillions === undefined)
    return [{ name: "decision-tree", input: { ...(modelKind && { modelKind }), streams } }];
  if (largestModelBillions === undefined || modelKind === "detector") return [];
  const input = {
    largestModelBillions,
    ...(modelKind !== undefined && { modelKind }),
    ...(concurrentModels !== undefined && !reading.compares && { concurrentModels }),
    ...(requestsPerDay !== undefined && { requestsPerDay }),
  };
  return [{ name: "decision-tree", input }];
}

/** The boards of the present generation that cost least, where nothing else is asked of them. */
function cheapestBoards(knowledge: Knowledge): PlannedCall[] {
  const priced = knowledge.devices.entries.flatMap(({ id, value }) => {
    const price = newestPrice(value)?.value;
    return price !== undefined && isCurrentModule(value) ? [{ id, price }] : [];
  });
  const byPrice = priced.sort((a, b) => a.price - b.price || (a.id < b.id ? -1 : 1));
  return byPrice.slice(0, shownCheapest).map(({ id }) => ({ name: "look-up", input: { name: id } }));
}

/** What may be bought for the money there is. */
function isAffordable(id: string, { dollars }: Reading, knowledge: Knowledge): boolean {
  const price = newestPrice(knowledge.devices.get(id).entry.value)?.value;
  return dollars === undefined || (price !== undefined && price <= dollars);
}

/** A detector where none is named: what cameras are for. */
const usualDetector: ModelMention = { reference: "YOLO", name: "YOLO", count: 1, billions: undefined };

/** Cameras are judged by what each board takes of them, and not by memory alone; none where language models run too. */
function cameraCalls(reading: Reading, knowledge: Knowledge): PlannedCall[] {
  const { streams = 1, detection, models, modelKind } = reading;
  const isOfLanguage = modelKind !== undefined || models.some((model) => isLanguage(model, knowledge));
  if (streams < 2 || !detection || isOfLanguage) return [];
  const detector = models.find((model) => isDetector(model, knowledge)) ?? usualDetector;
  const beside = models.filter((model) => model !== detector && !isCamera(model));
  const affordable = cameraSpan.filter((id) => isAffordable(id, reading, knowledge));
  const boards = reading.boards.length > 0 ? reading.boards : affordable;
  return capacityCalls(boards, reading, { detector, beside }, knowledge);
}

/** The decision tree on everything the question says, and the candidates tried for fit. */
export function planChoice(reading: Reading, knowledge: Knowledge): PlannedCall[] {
  const input = choiceInput(reading, knowledge);
  if (reading.cheapest && Object.keys(input).length === 0) return cheapestBoards(knowledge);
  const tree: PlannedCall = { name: "decision-tree", input };
  const cameras = cameraCalls(reading, knowledge);
  if (cameras.length > 0) return [tree, ...cameras];
  if (reading.models.length === 0) return [tree];
  const models = reading.models.map((model) => (reading.board ? example(model, knowledge) : model));
  const boards = reading.boards.length > 0 ? reading.boards : candidates(reading, knowledge);
  return [tree, ...planFit({ ...reading, models, boards }, knowledge)];
}
