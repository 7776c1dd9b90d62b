import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";

/** Models that people ask for, of each kind from small to large. */
const families = {
  llm: [
    "llama-3.2-1b",
    "llama-3.2-3b",
    "qwen3-4b",
    "qwen3-8b",
    "qwen3-14b",
    "gpt-oss-20b",
    "qwen3-32b",
    "llama-3.3-70b",
    "gpt-oss-120b",
  ],
  vlm: ["qwen3-vl-2b", "gemma-3-4b", "qwen2.5-vl-7b", "gemma-3-12b", "qwen2.5-vl-32b", "qwen2.5-vl-72b"],
  asr: ["whisper-small", "whisper-large-v3-turbo"],
  tts: ["piper-medium", "kokoro-82m"],
  detector: ["yolo11s"],
} as const;
type Kind = keyof typeof families;

const kindWords: readonly (readonly [readonly Kind[], RegExp])[] = [
  [["asr", "tts"], /\b(?:audio|speech|voice)\b|\bTTS\b.*\bASR\b|\bASR\b.*\bTTS\b/i],
  [["asr"], /\bASR\b|\bSTT\b|\bspeech[\s-](?:recognition|to[\s-]text)\b|\btranscri/i],
  [["tts"], /\bTTS\b|\btext[\s-]to[\s-]speech\b/i],
  [["vlm"], /\bVLMs?\b|\bvision[\s-]language\b|\bmultimodal\b/i],
  [["llm"], /\bLLMs?\b|\b(?:large\s+)?language\s+models?\b|\bchat\s?bots?\b/i],
  [["detector"], /\bdetectors?\b|\bdetection\s+models?\b/i],
];
const anyModel = /\bmodels?\b|\bAI\b|\bnetworks?\b/i;
/** At four bits a parameter takes half a byte: what is this many times larger than the board is not worth a row. */
const worthTrying = 1.5;
const mostBoards = 2;

/** The kinds of models that are asked for; none where the question asks what else may run. */
function kindsOf(question: string): readonly Kind[] {
  const named = kindWords.find(([, pattern]) => pattern.test(question))?.[0];
  if (named) return named;
  return anyModel.test(question) ? ["llm", "vlm", "asr", "tts", "detector"] : [];
}

/** True where the models that a board holds are asked for. */
export function asksWhatRuns(question: string, reading: Reading): boolean {
  const { whatRuns, models, boards, quantizations } = reading;
  if (!whatRuns || models.length > 0 || boards.length === 0 || quantizations.length > 0) return false;
  return kindsOf(question).length > 0;
}

/** Speech is asked for as a whole, and small enough to be shown so. */
function candidates(kinds: readonly Kind[], knowledge: Knowledge): string[] {
  const isSpeech = kinds.every((kind) => kind === "asr" || kind === "tts");
  if (!isSpeech) return kinds.flatMap((kind) => families[kind]);
  const wanted: readonly string[] = kinds;
  return knowledge.models.entries.filter(({ value }) => wanted.includes(value.kind)).map(({ id }) => id);
}

/** Each model alone on each board; undefined where no models are asked for. */
export function planWhatRuns(
  question: string,
  reading: Reading,
  knowledge: Knowledge,
): PlannedCall[] | undefined {
  if (!asksWhatRuns(question, reading)) return undefined;
  const models = candidates(kindsOf(question), knowledge);
  const runtime = reading.runtimes[0];
  return reading.boards.slice(0, mostBoards).flatMap((device) => {
    const memory = knowledge.devices.get(device).entry.value.memory ?? 0;
    const isWorth = (id: string) => {
      const billions = knowledge.models.get(id).entry.value.parametersBillions ?? 0;
      return (billions * 1e9) / 2 < memory * worthTrying;
    };
    return models.filter(isWorth).map((model) => ({
      name: "memory-fit",
      input: {
        device,
        ...(reading.headless && { os: "headless" }),
        workloads: [{ model, ...(runtime && { runtime }) }],
      },
    }));
  });
}
