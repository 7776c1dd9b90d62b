import type { DecisionQuestion } from "../../tools/decision/question.ts";
import { asksPrice } from "./asks-price.ts";

/** What a question is about, beside the names and numbers in it. */
export type Intents = {
  /** A board is wanted, not judged. */
  board: boolean;
  /** What runs on a given board is wanted. */
  whatRuns: boolean;
  speed: boolean;
  /** Something is to run or to fit, so a model should have been named. */
  runs: boolean;
  /** An engine to serve with is wanted. */
  engine: boolean;
  /** "Should I use …": what is named is what is weighed. */
  use: boolean;
  /** A board is asked for by that word. */
  boardNamed: boolean;
  /** The least money is what counts. */
  cheapest: boolean;
  /** Whether something fits is asked, and not only how fast it is or which board to take. */
  fit: boolean;
  /** What something is or why is asked: nothing is to be sized or chosen. */
  explains: boolean;
  /** Models are alternatives, not neighbours. */
  compares: boolean;
  headless: boolean;
  battery: boolean;
  passiveCooling: boolean;
  isolation: boolean;
  eagle: boolean;
  detection: boolean;
  /** Cameras are spoken of: a number of streams is theirs. */
  cameras: boolean;
  modelKind?: "vlm" | "vla";
  application?: Application;
};

type Application = NonNullable<DecisionQuestion["application"]>;

/** First match wins: the narrower words stand before the wider ones. */
const applications: readonly [Application, RegExp][] = [
  ["humanoid", /\bhumanoid/i],
  ["surgical", /\bsurg(?:ery|ical)/i],
  ["battery-sensor", /\bbatter(?:y|ies)\b.*\bsensor|\bsensor\b.*\bbatter(?:y|ies)\b/i],
  ["smart-camera", /\bsmart[\s-]+camera/i],
  ["multi-camera", /\bmulti[\s-]*camera|\bmulti[\s-]*stream/i],
  ["visual-agent", /\bvisual\s+(?:ai\s+)?agent/i],
  ["robotics", /\brobot/i],
  ["industrial", /\bindustrial\b|\bfactory\b/i],
  ["assistant", /\b(?:assistant|chatbot|help\s?desk)\b/i],
];

const boardWanted =
  /\bneed\s+an?\s+(?:\w+\s+)?(?:jetson|board|module|kit)\b|^\W*(?:AGX\s+|Jetson\s+)*(?:Orin|Thor|Xavier|Nano)\b[\w\s]*\bor\b[\w\s]*\bfor\b|\b(?:which|what(?!\s+about)|cheapest|best|smallest|right|recommended?)\b[^?.]*(?<!\bon )\b(?:jetson|board|module|platform|device|hardware|kit)s?\b|\b(?:should|shall)\s+(?:i|we)\s+(?:buy|get|choose|pick|use)\b|\bcheapest\b|\brecommend/i;

const boardNamed =
  /\b(?:which|what|cheapest|best|smallest|right)\s+(?:\w+\s+)?(?:jetson|board|module|platform|device|hardware|kit)s?\b/i;

/** What is chosen is named: "which quantization should I use on Thor" wants no board. */
const otherWanted =
  /\b(?:which|what)\s+(?:\w+\s+)?(?:quanti[sz]ation|format|precision|runtime|engine|server|model|llm|vlm|power\s+modes?|context)\b|\bMAXN\b|\b(?:in|at|or)\s+\d+\s?W\b/i;

/** "The best model for an Orin Nano", "largest LLM on Thor". */
const modelWanted =
  /\b(?:best|largest|biggest|smartest|strongest)\s+(?:\w+\s+)?(?:models?|LLMs?|VLMs?|chat\s?bots?|language\s+models?)\b[^?.]*\b(?:for|on|that)\b/i;

const explanation =
  /\bdifference\s+between\b|^\W*why\s+(?:do|does|is|are|would|should)\b|^\W*how\s+(?:do|does|are|should)\b|^\W*what\s+(?:is|are)\s+an?\b/i;

const speedAsked =
  /\bfast|\bspeed(?!-?\s?up)|\btok(?:en)?s?\s*(?:\/|per|a)\s*s|\bslow|\blatency|\bthroughput/i;

/** Asks for an amount or a mode, which takes for granted that the model runs. */
const otherAmount =
  /\bhow\s+(?:long\s+(?:until|till|before|does|will|is)|many\s+watts|much\s+(?:power|energy))\b|\b(?:which|what)\s+power\s+mode\b/i;

const drafted = /\beagle|\bspeculative/i;
/** "Without speculative decoding", "EAGLE off": named, and not wanted. */
const undrafted =
  /\b(?:without|no|not|non|never|sans|excluding|disabled?|instead\s+of)[\s-]+(?:(?:any|using|the|with)\s+)?(?:eagle|speculative)|\b(?:eagle(?:-?3)?|speculative(?:\s+decoding)?)\s+(?:is\s+|was\s+|turned\s+|switched\s+)?(?:off|disabled)\b/i;

/** Reads the intents of a question from its words. */
export function readIntents(question: string): Intents {
  const says = (pattern: RegExp) => pattern.test(question);
  const wantsBoard = says(boardWanted) && !says(otherWanted) && !asksPrice(question);
  const application = applications.find(([, pattern]) => pattern.test(question))?.[0];
  const modelKind = says(/\bVLAs?\b|vision[\s-]language[\s-]action/i)
    ? "vla"
    : says(/\bVLMs?\b/i)
      ? "vlm"
      : undefined;
  return {
    board: wantsBoard,
    whatRuns: says(modelWanted) || says(/\b(?:what|which)\b[^?.]*\b(?:run|fit|host|serve)\b/i),
    fit:
      !wantsBoard &&
      !says(otherAmount) &&
      (!says(speedAsked) ||
        says(/\b(?:can|could|fits?|runs?|enough|possible|load|hold|memory|does|do|is it)\b/i)),
    use: says(/\b(?:should|shall)\s+(?:i|we)\s+use\b/i),
    boardNamed: says(boardNamed),
    engine:
      !says(boardNamed) && says(/\b(?:which|what|best)\s+(?:\w+\s+)?(?:runtime|engine|server|backend)s?\b/i),
    cheapest: says(/\bcheapest\b|\bleast expensive\b/i),
    explains: says(explanation) && !wantsBoard,
    speed: says(speedAsked),
    runs: says(/\b(?:runs?|running|fits?|possible|load|host|serve)\b/i),
    compares: says(/\b(?:vs\.?|versus|than|compared?|or|instead of)\b/i),
    headless: says(/\bheadless\b|without (?:a |the )?desktop/i),
    battery: says(/\bbatter(?:y|ies)\b|\bsolar\b/i),
    passiveCooling: says(/\bpassive(?:ly)?\b|\bfanless\b/i),
    isolation: says(/\bisolat|\bhard real[\s-]?time|\bguaranteed real[\s-]?time/i),
    eagle: says(drafted) && !says(undrafted),
    detection: says(/\bdetect|\bobject|\bcam(?:era)?s?\b|\bstreams?\b/i),
    cameras: says(/\b(?:cameras?|cams?|rtsp|csi|video)\b/i),
    ...(modelKind && { modelKind }),
    ...(application && { application }),
  };
}
