import type { Knowledge } from "../../knowledge/knowledge.ts";
import { isSameMode } from "../../tools/placement/board.ts";
import { isLanguageModel } from "../../tools/placement/workload.ts";
import { standInName } from "./compose-format.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { ModelMention } from "./read-models.ts";
import type { Reading } from "./reading.ts";

/** Models of rising size, for "what can I run on …". */
const ladder = ["llama-3.2-3b", "llama-3.1-8b", "qwen3-14b", "qwen3-32b", "llama-3.3-70b"];
/** A stand-in where only a format is asked for: whether it runs does not depend on the size. */
const standIn = { name: standInName, parametersBillions: 1 };

type Workload = Record<string, unknown>;

/** True for a model that generates; what is known by its size only is taken for one. */
export function isLanguage({ reference }: ModelMention, knowledge: Knowledge): boolean {
  if (typeof reference !== "string") return true;
  const record = knowledge.models.find(reference)?.entry.value;
  return record === undefined || isLanguageModel(record);
}

/** Streams are a detector's, or cameras of their own; speech and embeddings look at none. */
function watches({ reference }: ModelMention, knowledge: Knowledge): boolean {
  const record = typeof reference === "string" ? knowledge.models.find(reference)?.entry.value : undefined;
  return record?.kind === "detector" || record?.kind === "stream";
}

/** The settings of a question that apply to a language model, or to a detector; those of its own go before. */
function workloadOf(model: ModelMention, reading: Reading, knowledge: Knowledge): Workload {
  const { reference, own } = model;
  if (!isLanguage(model, knowledge))
    return {
      model: reference,
      ...(reading.streams !== undefined && watches(model, knowledge) && { streams: reading.streams }),
      ...own,
    };
  const { contextTokens, concurrency, images, kvCacheType } = reading;
  const [quantization, runtime] = [reading.quantizations[0], reading.runtimes[0]];
  return {
    model: reference,
    ...(quantization && { quantization }),
    ...(runtime && { runtime }),
    ...(contextTokens && { contextTokens }),
    ...(concurrency && { concurrency }),
    ...(images && { images }),
    ...(kvCacheType && { kvCacheType }),
    ...(reading.eagle && { speculativeDecoding: { method: "EAGLE-3" } }),
    ...own,
  };
}

/** Cameras that no detector looks at still take their buffers beside the models. */
const cameras: ModelMention = {
  reference: "camera-stream",
  name: "Camera stream",
  count: 1,
  billions: undefined,
};

function withCameras(
  { models, streams, cameras: areCameras }: Reading,
  knowledge: Knowledge,
): ModelMention[] {
  const isUnwatched = models.length > 0 && !models.some((model) => watches(model, knowledge));
  return streams !== undefined && areCameras && isUnwatched ? [...models, cameras] : models;
}

/** Every workload of a question, a model asked for twice being two of them. */
export function workloadsOf(
  reading: Reading,
  knowledge: Knowledge,
): { model: ModelMention; workload: Workload }[] {
  return withCameras(reading, knowledge).flatMap((model) =>
    Array.from({ length: model.count }, () => ({ model, workload: workloadOf(model, reading, knowledge) })),
  );
}

/** A mode that a question names holds for the boards that have it. */
export function modeOf(device: string, { powerMode }: Reading, knowledge: Knowledge): { powerMode?: string } {
  const modes = knowledge.devices.get(device).entry.value.powerModes;
  const named = powerMode === undefined ? undefined : modes.find(({ name }) => isSameMode(name, powerMode));
  return named ? { powerMode: named.name } : {};
}

function fitCall(
  device: string,
  workloads: readonly Workload[],
  reading: Reading,
  knowledge: Knowledge,
): PlannedCall {
  return {
    name: "memory-fit",
    input: {
      device,
      ...modeOf(device, reading, knowledge),
      ...(reading.headless && { os: "headless" }),
      ...(reading.release && { l4t: reading.release }),
      workloads,
    },
  };
}

/** A board that was sold with slower clocks and can be flashed with faster ones is two boards for speed. */
export function clocksOf(device: string, knowledge: Knowledge): string[] {
  const { id: module } = knowledge.devices.get(device).entry;
  const faster = knowledge.devices.entries.filter(
    ({ id, value }) => value.sameModuleAs === module && id.endsWith("-super"),
  );
  return [device, ...faster.map(({ id }) => id)];
}

function speedCalls(device: string, reading: Reading, knowledge: Knowledge): PlannedCall[] {
  const all = workloadsOf(reading, knowledge);
  const languages = all.filter(({ model }) => isLanguage(model, knowledge));
  const [first] = languages;
  if (!first) return [];
  const others = all.filter((entry) => entry !== first).map(({ workload }) => workload);
  const boards = modeOf(device, reading, knowledge).powerMode ? [device] : clocksOf(device, knowledge);
  // The longest prompt decides how much memory is set aside, and no speed.
  const { maxInputTokens: _, ...workload } = first.workload;
  return boards.map((board) => ({
    name: "estimate-throughput",
    input: {
      device: board,
      ...modeOf(board, reading, knowledge),
      ...workload,
      ...(reading.promptTokens && { promptTokens: reading.promptTokens }),
      ...(others.length > 0 && { coTenants: others }),
    },
  }));
}

/** "vLLM or Ollama", "Q4_K_M or Q8_0": the question with each engine and format that it weighs. */
function alternatives(reading: Reading): Reading[] {
  const each = (names: readonly string[]) => (names.length > 1 ? names.map((name) => [name]) : [names]);
  if (!reading.compares) return [reading];
  return each(reading.runtimes).flatMap((runtimes) =>
    each(reading.quantizations).map((quantizations) => ({ ...reading, runtimes, quantizations })),
  );
}

/** Memory and speed of the question's workloads on each of its boards. */
export function planFit(reading: Reading, knowledge: Knowledge): PlannedCall[] {
  if (reading.models.length === 0) return planWithoutModel(reading, knowledge);
  if (reading.compares && reading.models.length > 1)
    return reading.models.flatMap((model) => planFit({ ...reading, models: [model] }, knowledge));
  const weighed = alternatives(reading);
  if (weighed.length > 1) return weighed.flatMap((each) => planFit(each, knowledge));
  const all = workloadsOf(reading, knowledge);
  const looked = reading.speed
    ? all.filter(({ model }) => model !== cameras && !isLanguage(model, knowledge))
    : [];
  const records = looked.map(
    ({ model }): PlannedCall => ({ name: "look-up", input: { name: model.reference } }),
  );
  const workloads = all.map(({ workload }) => workload);
  const calls = reading.boards.flatMap((device) => [
    fitCall(device, workloads, reading, knowledge),
    ...speedCalls(device, reading, knowledge),
  ]);
  return [...calls, ...records];
}

/** A format on a board, or everything from small to large that might run there. */
function planWithoutModel(reading: Reading, knowledge: Knowledge): PlannedCall[] {
  const [quantization, runtime] = [reading.quantizations[0], reading.runtimes[0]];
  const format = { ...(quantization && { quantization }), ...(runtime && { runtime }) };
  if (!reading.whatRuns)
    return reading.boards.map((device) =>
      fitCall(device, [{ model: standIn, ...format }], reading, knowledge),
    );
  return reading.boards.flatMap((device) =>
    ladder.map((model) => fitCall(device, [{ model, ...format }], reading, knowledge)),
  );
}
