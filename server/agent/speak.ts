import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Backend, Narrator } from "../backends/backend.ts";
import { modelErrorOf } from "../backends/model-errors.ts";
import type { Turn } from "../built-in/turn.ts";
import type { checkText } from "../check/check.ts";
import type { Names } from "../check/names.ts";
import type { Admission, Place } from "./admission.ts";
import type { Answer, Mode, Problem } from "./answer.ts";
import { verdictsOf } from "./assemble.ts";
import type { Desk } from "./desk.ts";
import { toModelError } from "./model-failure.ts";
import type { Narration } from "./narration.ts";
import { noUsage } from "./usage.ts";

/** What turns are made with. `now` is a clock in milliseconds. */
export type TurnParts = {
  backend: Backend;
  knowledge: Knowledge;
  names: Names;
  /** What every text of a model is held against before it is shown. */
  check: typeof checkText;
  admission: Admission;
  mode: Mode;
  now(): number;
};

/** A question with the conversation before it; what is live has been seen and cannot be taken back. */
export type Asked = {
  question: string;
  history: readonly Turn[];
  abortSignal: AbortSignal;
  isLive: boolean;
  /** The place at the model, where one was taken already. */
  place?: Place;
};

/** The words of an answer, whoever wrote them. */
type Spoken = Pick<Narration, "text" | "struck" | "stopReason" | "recoveredCalls" | "usage"> & {
  author: Answer["author"];
  problem: Problem | null;
  degraded: boolean;
};

/** Line by line, as from somebody who writes. */
function speakBuiltIn({ builtIn, emit }: Desk): Spoken {
  const text = builtIn();
  for (const delta of text.split(/(?<=\n)/)) emit({ type: "text", delta });
  return {
    text,
    author: "built-in",
    struck: [],
    stopReason: "complete",
    recoveredCalls: 0,
    usage: noUsage,
    problem: null,
    degraded: false,
  };
}

/** Fewer tokens than this share of what was sent, as the server counts them, and it has cut the prompt. */
const leastRead = 0.5;

function truncation({ promptTokens: { reported, estimated } }: Narration): Problem | null {
  if (reported === 0 || reported >= estimated * leastRead) return null;
  const message = `The model server read ${reported} of about ${estimated} tokens: it cut the prompt. See the loaded context with: npm run -s advisor -- doctor`;
  return { code: "context-truncated", message };
}

/** Lets the model speak; one that cannot take tools is given their results as text. */
async function narrated(
  narrator: Narrator,
  desk: Desk,
  asked: Asked,
  { mode, now }: TurnParts,
): Promise<Narration> {
  // The SDK is loaded where a model speaks, and only there.
  const { narrate } = await import("./narrate.ts");
  const speak = (withTools: boolean) => narrate({ ...desk, ...asked, narrator, mode, withTools, now });
  try {
    return await speak(narrator.profile.supports.tools);
  } catch (thrown) {
    if (modelErrorOf(thrown)?.code !== "llm-no-tools" || desk.hasSpoken()) throw thrown;
    desk.makePlanned();
    return await speak(false);
  }
}

/** A model that said nothing of what the tools gave is spoken for by the answerer that needs no model. */
function orBuiltIn(narration: Narration, desk: Desk): Spoken {
  const spoken = { ...narration, problem: truncation(narration), degraded: false };
  if (narration.text.trim() !== "") return { ...spoken, author: "model" };
  return { ...spoken, author: "built-in", text: speakBuiltIn(desk).text };
}

/** The model's words, or the built-in answer where it fails before any of them was seen. */
async function speakModel(narrator: Narrator, desk: Desk, asked: Asked, parts: TurnParts): Promise<Spoken> {
  const { abortSignal, isLive } = asked;
  const place = asked.place ?? parts.admission.enter();
  const onPlace = (position: number) =>
    desk.emit({
      type: "status",
      status: { state: "queued", position, message: `Place ${position} in the queue.` },
    });
  try {
    const work = () => narrated(narrator, desk, asked, parts);
    return orBuiltIn(await place.run(work, { onPlace, abortSignal }), desk);
  } catch (thrown) {
    abortSignal.throwIfAborted();
    const error = toModelError(parts.backend.name, thrown);
    if (isLive && desk.hasSpoken()) throw error;
    const { code, message } = error;
    return { ...speakBuiltIn(desk), degraded: true, problem: { code, message } };
  } finally {
    place.leave();
  }
}

/** Whether it fits is said in any case: where the model left it out, by the built-in answer's first words. */
function withVerdict(spoken: Spoken, desk: Desk): Spoken {
  const isAsked =
    desk.planned.reading.fit && verdictsOf(desk.plannedCalls.map(({ outcome }) => outcome)).length > 0;
  if (!isAsked || desk.check(spoken.text).verified.some(({ kind }) => kind === "verdict")) return spoken;
  const [opening = ""] = desk.builtIn().split("\n\n");
  desk.emit({ type: "text", delta: `\n\n${opening}` });
  return { ...spoken, text: `${spoken.text.trimEnd()}\n\n${opening}` };
}

/** Says the answer to the question on the desk: the model where there is one, else the built-in answerer. */
export async function speak(desk: Desk, asked: Asked, parts: TurnParts): Promise<Spoken> {
  const { narrator } = parts.backend;
  // Where a number comes from is told from the tools' own derivations, which no model words better.
  if (narrator && desk.planned.why === undefined)
    return withVerdict(await speakModel(narrator, desk, asked, parts), desk);
  return speakBuiltIn(desk);
}
