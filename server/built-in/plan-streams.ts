import type { Knowledge } from "../../knowledge/knowledge.ts";
import { clocksOf, isLanguage, modeOf, planFit, workloadsOf } from "./plan-fit.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { ModelMention } from "./read-models.ts";
import { type Reading, readQuestion } from "./reading.ts";
import { unknownSoftware } from "./unknown-software.ts";

const howMany =
  /\b(?:how\s+many|(?:max(?:imum)?|largest|highest)\s+(?:number|count|amount)\s+of|most)\s+(?:[\w×.-]+\s+){0,4}(?:cameras?|cams?|(?:camera|video|rtsp|1080p\w*|4k\w*)\s+(?:streams?|feeds?)|streams?|feeds)\b/i;
const whichCameras =
  /\b(?:what|which)\s+(?:kinds?\s+of\s+|types?\s+of\s+)?(?:cameras?|cams?)\b[^.?!]*\b(?:hang|hook|connect|attach|plug|use|work|fit|run|take|support|handle)\w*/i;
const many =
  /\b(?:many|several|multiple|all\s+(?:the|my|our)|multi[\s-]?|N)\s*(?:(?!(?:and|or|for|with|on)\s)[\w.-]+\s+){0,4}(?:cameras?|cams?|streams?|feeds)\b/i;
const cameraWords = /\b(?:cameras?|cams?|rtsp|csi|video|streams?|feeds?)\b/i;
/** What is encoded is no camera; the record of the board says what there is for it. */
const encoding = /\bencod\w+|\bNVENC\b/i;
const rateWords = /\bfps\b|\bframes?\b/i;
const beside =
  /\b(?:beside|besides|next\s+to|alongside|along\s+with|together\s+with|in\s+addition|also|too|still|while|then)\b/i;

/** Boards from small to large, where none is named. */
export const cameraSpan = ["orin-nano-8gb-super", "orin-nx-16gb", "agx-orin-64gb", "agx-thor-devkit"];
const mostBoards = 4;

/** True for a model that looks at cameras. */
export function isDetector({ reference }: ModelMention, knowledge: Knowledge): boolean {
  return typeof reference === "string" && knowledge.models.find(reference)?.entry.value.kind === "detector";
}

/** A loose name that was put in for cameras without a detector is no detector of somebody who names another. */
function namedModels(question: string, { models }: Reading, knowledge: Knowledge): readonly ModelMention[] {
  if (unknownSoftware(question, knowledge).length === 0) return models;
  return models.filter(({ reference }) => reference !== "YOLO" || /\byolo\b/i.test(question));
}

/** True where the number of cameras itself is asked, or which ones a board takes. */
export function asksHowManyStreams(question: string): boolean {
  return howMany.test(question) || whichCameras.test(question);
}

/** What is asked of cameras and streams, and of no single choice of a board. */
export function asksStreams(question: string, reading: Reading): boolean {
  if (reading.board || reading.engine || encoding.test(question)) return false;
  const isOpen = reading.boards.length === 0 && (reading.dollars ?? reading.watts) !== undefined;
  if (isOpen && !asksHowManyStreams(question)) return false;
  const speaksOfThem = cameraWords.test(question) || (reading.cameras && rateWords.test(question));
  const counts = reading.streams !== undefined && reading.streams > 1 && speaksOfThem;
  return asksHowManyStreams(question) || (many.test(question) && reading.detection) || counts;
}

/** Models beside the detector; one that only an earlier turn named stays out, unless the cameras come on top of it. */
function neighbours(question: string, models: readonly ModelMention[], knowledge: Knowledge): ModelMention[] {
  const [turn = ""] = question.split("\n");
  const own = readQuestion(turn, knowledge).models.map(({ name }) => name);
  return models.filter(({ name }) => own.includes(name) || beside.test(turn));
}

/** What looks at the cameras, and what else is on the board. */
type Lookers = { detector: ModelMention | undefined; beside: readonly ModelMention[] };

/** How many cameras each of the boards takes, at the rate and input of the question. */
export function capacityCalls(
  boards: readonly string[],
  reading: Reading,
  { detector, beside }: Lookers,
  knowledge: Knowledge,
): PlannedCall[] {
  const { streams, framesPerSecond, inputPixels, headless } = reading;
  // "Benchmarks are single-stream" counts no cameras.
  const counted = streams === 1 ? undefined : streams;
  const { streams: _, ...rest } = reading;
  const others = workloadsOf({ ...rest, models: [...beside] }, knowledge).map(({ workload }) => workload);
  const quantization = detector?.own?.quantization ?? reading.quantizations[0];
  return boards.map((device) => ({
    name: "stream-capacity",
    input: {
      device,
      ...modeOf(device, reading, knowledge),
      ...(headless && { os: "headless" }),
      ...(detector && { model: detector.reference }),
      ...(detector && quantization && { quantization }),
      ...(inputPixels && detector && { inputPixels }),
      ...(counted !== undefined && { streams: counted }),
      ...(framesPerSecond && { framesPerSecond }),
      ...(others.length > 0 && { others }),
    },
  }));
}

function boardsOf({ boards }: Reading, knowledge: Knowledge): string[] {
  if (boards.length === 0) return cameraSpan;
  const each = boards.length > 2 ? [...boards] : boards.flatMap((id) => clocksOf(id, knowledge));
  return [...new Set(each)].slice(0, mostBoards);
}

/**
 * How many cameras each board takes, and what each of them gets; undefined where no cameras are asked about, or only
 * language models look at a stated number of them.
 */
export function planStreams(
  question: string,
  reading: Reading,
  knowledge: Knowledge,
): PlannedCall[] | undefined {
  if (!asksStreams(question, reading)) return undefined;
  const models = namedModels(question, reading, knowledge);
  const detector = models.find((model) => isDetector(model, knowledge));
  const languages = models.filter((model) => isLanguage(model, knowledge));
  if (!detector && languages.length > 0 && !asksHowManyStreams(question)) return undefined;
  const beside = neighbours(
    question,
    models.filter((model) => model !== detector && !isCamera(model)),
    knowledge,
  );
  const isJudged = reading.boards.length > 0 && detector !== undefined && !asksHowManyStreams(question);
  const capacities = capacityCalls(boardsOf(reading, knowledge), reading, { detector, beside }, knowledge);
  return [...capacities, ...(isJudged ? planFit({ ...reading, models: [...models] }, knowledge) : [])];
}

/** True for cameras that stand among the models. */
export function isCamera({ reference }: ModelMention): boolean {
  return reference === "camera-stream";
}
