import type { Knowledge } from "../../knowledge/knowledge.ts";
import { clocksOf, isLanguage, modeOf, planFit, workloadsOf } from "./plan-fit.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { ModelMention } from "./read-models.ts";
import { type Reading, readQuestion } from "./reading.ts";
import { unknownSoftware } from "./unknown-software.ts";

const howMany =
  /\b(?:how\s+many|(?:max(?:imum)?|largest|highest)\s+(?:number|count|amount)\s+of|most)\s+(?:[\w×.-]+\s+){0,4}(?:cameras?|cams?|(?:camera|video|rtsp|1080p\w*|4k\w*)\s+(?:streams?|feeds?)|streams?|feeds)\b/i;
const many =
  /\b(?:many|several|multiple|all\s+(?:the|my|our)|multi[\s-]?|N)\s*(?:(?!(?:and|or|for|with|on)\s)[\w.-]+\s+){0,4}(?:cameras?|cams?|streams?|feeds)\b/i;
const cameraWords = /\b(?:cameras?|cams?|rtsp|csi|video|streams?|feeds?)\b/i;
const beside =
  /\b(?:beside|besides|next\s+to|alongside|along\s+with|together\s+with|in\s+addition|also|too|still|while|then)\b/i;

const ratePatterns = [
  /\b(?:720|1080|1440|2160)p\s*@?\s*(\d{2,3})\b/i,
  /(?:\bat|@)\s*(\d+(?:\.\d+)?)\s*(?:fps|frames?\s*(?:\/|per|a)\s*s)/i,
  /(?<![\w.-])(\d+(?:\.\d+)?)[\s-]*fps\s+(?:[\w.]+\s+){0,2}(?:cameras?|cams?|streams?|feeds?)\b/i,
];
const inputPatterns = [
  /\b(\d{3,4})(?:\s*x\s*\d{3,4})?\s*(?:px\s+|pixels?\s+)?(?:input|imgsz)\b/i,
  /\b(?:imgsz|input(?:\s+(?:size|resolution))?)\s*(?:of|=|:|at)?\s*(\d{3,4})\b/i,
];

/** Boards from small to large, where none is named. */
const span = ["orin-nano-8gb-super", "orin-nx-16gb", "agx-orin-64gb", "agx-thor-devkit"];
const mostBoards = 4;

function firstNumber(question: string, patterns: readonly RegExp[]): number | undefined {
  const text = patterns.map((pattern) => pattern.exec(question)?.[1]).find((found) => found !== undefined);
  return text === undefined ? undefined : Number(text);
}

function isDetector({ reference }: ModelMention, knowledge: Knowledge): boolean {
  return typeof reference === "string" && knowledge.models.find(reference)?.entry.value.kind === "detector";
}

/** A loose name that was put in for cameras without a detector is no detector of somebody who names another. */
function namedModels(question: string, { models }: Reading, knowledge: Knowledge): readonly ModelMention[] {
  if (unknownSoftware(question, knowledge).length === 0) return models;
  return models.filter(({ reference }) => reference !== "YOLO" || /\byolo\b/i.test(question));
}

/** True where the number of cameras itself is asked. */
export function asksHowManyStreams(question: string): boolean {
  return howMany.test(question);
}

/** What is asked of cameras and streams, and of no single choice of a board. */
export function asksStreams(question: string, reading: Reading): boolean {
  if (reading.board || reading.engine) return false;
  const counts = reading.streams !== undefined && reading.streams > 1 && cameraWords.test(question);
  return howMany.test(question) || (many.test(question) && reading.detection) || counts;
}

/** Models beside the detector; one that only an earlier turn named stays out, unless the cameras come on top of it. */
function neighbours(question: string, models: readonly ModelMention[], knowledge: Knowledge): ModelMention[] {
  const [turn = ""] = question.split("\n");
  const own = readQuestion(turn, knowledge).models.map(({ name }) => name);
  return models.filter(({ name }) => own.includes(name) || beside.test(turn));
}

function boardsOf({ boards }: Reading, knowledge: Knowledge): string[] {
  if (boards.length === 0) return span;
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
  if (!detector && languages.length > 0 && !howMany.test(question)) return undefined;
  const beside = neighbours(
    question,
    models.filter((model) => model !== detector && !isCamera(model)),
    knowledge,
  );
  // "Benchmarks are single-stream" counts no cameras.
  const counted = reading.streams !== 1 ? reading.streams : undefined;
  const { streams: _, ...rest } = reading;
  const others = workloadsOf({ ...rest, models: beside }, knowledge).map(({ workload }) => workload);
  const quantization = detector?.own?.quantization ?? reading.quantizations[0];
  const framesPerSecond = firstNumber(question, ratePatterns);
  const inputPixels = firstNumber(question, inputPatterns);
  const isJudged = reading.boards.length > 0 && detector !== undefined && !howMany.test(question);
  const capacities = boardsOf(reading, knowledge).map((device) => ({
    name: "stream-capacity",
    input: {
      device,
      ...modeOf(device, reading, knowledge),
      ...(reading.headless && { os: "headless" }),
      ...(detector && { model: detector.reference }),
      ...(detector && quantization && { quantization }),
      ...(inputPixels && detector && { inputPixels }),
      ...(counted !== undefined && { streams: counted }),
      ...(framesPerSecond && { framesPerSecond }),
      ...(others.length > 0 && { others }),
    },
  }));
  return [...capacities, ...(isJudged ? planFit({ ...reading, models: [...models] }, knowledge) : [])];
}

function isCamera({ reference }: ModelMention): boolean {
  return reference === "camera-stream";
}
