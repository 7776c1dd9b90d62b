import { CLASS_ENDS, type DecisionQuestion, hasLanguageModel } from "./question.ts";
import { BENCHMARK, type DecisionRule, FRAMEWORK, VLM_SIZING } from "./rule.ts";

/** The power from which the documents give a 30B-class model to AGX Orin without reserve. */
const FULL_ORIN_WATTS = 60;

function isThirtyClass({ largestModelBillions: billions = 0 }: DecisionQuestion): boolean {
  return billions > CLASS_ENDS.thirteen && billions <= CLASS_ENDS.thirty;
}

/** The rules that end at an Orin, from large to small; order and reasons stand in `decision-rules.ts`. */
export const orinRules: readonly DecisionRule[] = [
  {
    id: "thirty-billion-class",
    question: "Is the largest model of the 13B to 30B class, with 60 W or more?",
    asks: ["largestModelBillions", "powerBudgetWatts"],
    when: (question) =>
      isThirtyClass(question) && (question.powerBudgetWatts ?? FULL_ORIN_WATTS) >= FULL_ORIN_WATTS,
    advise: "agx-orin-64gb",
    alternatives: ["agx-thor-devkit", "agx-orin-32gb"],
    because: "a 30B-class model in 4 bits fits 64 GB, and 60 W let AGX Orin run at full speed",
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "thirty-billion-class-on-less-power",
    question: "Is the largest model of the 13B to 30B class, with less than 60 W?",
    asks: ["largestModelBillions", "powerBudgetWatts"],
    when: isThirtyClass,
    advise: "agx-orin-64gb",
    alternatives: ["agx-orin-32gb"],
    because: "the memory is the same in every power mode, so AGX Orin still holds the model, only slower",
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "more-than-eight-streams",
    question: "Are there more than eight camera streams?",
    asks: ["streams"],
    when: ({ streams = 0 }) => streams > 8,
    advise: "agx-orin-64gb",
    alternatives: ["agx-thor-devkit", "agx-orin-32gb", "orin-nx-16gb", "orin-nano-8gb"],
    because: "many streams of vision are AGX Orin's work as long as its video decoder keeps up",
    sources: [FRAMEWORK],
  },
  {
    id: "multi-camera",
    question: "Are there four to eight camera streams?",
    asks: ["streams", "application"],
    when: ({ streams, application }) =>
      streams === undefined ? application === "multi-camera" : streams >= 4 && streams <= 8,
    advise: "agx-orin-64gb",
    alternatives: ["agx-orin-32gb", "orin-nx-16gb", "orin-nano-8gb"],
    because:
      "analytics on four to eight cameras is mature on AGX Orin; Thor is not worth its price without language models",
    sources: [FRAMEWORK],
  },
  {
    id: "visual-agent",
    question: "Is it a visual agent: a VLM beside a perception stack?",
    asks: ["application"],
    when: ({ application }) => application === "visual-agent",
    advise: "agx-orin-64gb",
    alternatives: ["agx-orin-32gb", "orin-nx-16gb"],
    because: "a 7B-class VLM and perception fit 64 GB together",
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "several-models",
    question: "Do several models run at the same time?",
    asks: ["concurrentModels"],
    when: ({ concurrentModels = 1 }) => concurrentModels > 1,
    advise: "agx-orin-64gb",
    alternatives: ["agx-orin-32gb", "orin-nx-16gb", "orin-nano-8gb"],
    because: "64 GB hold a VLM beside detection and speech without meeting the memory limit all the time",
    sources: [VLM_SIZING],
  },
  {
    id: "busy-server",
    question: "Are there 500 or more requests a day to a language model?",
    asks: ["requestsPerDay", "modelKind"],
    when: ({ requestsPerDay = 0, modelKind }) => requestsPerDay >= 500 && modelKind !== "detector",
    advise: "agx-orin-64gb",
    alternatives: ["agx-orin-32gb", "orin-nx-16gb", "orin-nano-8gb"],
    because:
      "for sustained load the benchmark article advises the memory and the thermal reserve of AGX Orin 64GB",
    sources: [BENCHMARK],
  },
  {
    id: "single-stream-detection",
    question: "Is it detection on one camera stream, with no language model?",
    asks: ["modelKind", "largestModelBillions", "application", "streams"],
    when: (question) =>
      !hasLanguageModel(question) &&
      (question.streams ?? 1) <= 1 &&
      (question.application === "single-camera" ||
        question.modelKind === "detector" ||
        question.streams === 1),
    advise: "orin-nano-8gb",
    alternatives: ["rk3588"],
    because: "one 1080p stream leaves larger boards idle; Orin Nano is cheaper and draws less",
    sources: [FRAMEWORK],
  },
  {
    id: "nine-to-thirteen-billion",
    question: "Is the largest model between 9B and 13B?",
    asks: ["largestModelBillions"],
    when: ({ largestModelBillions: billions = 0 }) =>
      billions > CLASS_ENDS.seven && billions <= CLASS_ENDS.thirteen,
    advise: "agx-orin-64gb",
    alternatives: ["agx-orin-32gb", "orin-nx-16gb"],
    because: "up to 13B an Orin is enough, and of the Orins the guide names AGX Orin above the 7B class",
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "seven-billion-class",
    question: "Is the largest model of the 7B class (4B to 9B)?",
    asks: ["largestModelBillions"],
    when: ({ largestModelBillions: billions = 0 }) =>
      billions > CLASS_ENDS.four && billions <= CLASS_ENDS.seven,
    advise: "orin-nx-16gb",
    alternatives: ["orin-nano-8gb"],
    because: "Orin NX 16GB is the cheapest board on which the documents find a dedicated 7B model usable",
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "two-or-three-streams",
    question: "Are there two or three camera streams?",
    asks: ["streams"],
    when: ({ streams = 0 }) => streams > 1,
    advise: "orin-nx-16gb",
    alternatives: ["orin-nano-8gb"],
    because:
      "the stream count picks among the Orins, and two or three lie between Nano's one and AGX Orin's four",
    sources: [FRAMEWORK],
  },
  {
    id: "up-to-four-billion",
    question: "Is the largest model of the 4B class or smaller?",
    asks: ["largestModelBillions"],
    when: ({ largestModelBillions: billions }) => billions !== undefined && billions <= CLASS_ENDS.four,
    advise: "orin-nano-8gb",
    alternatives: [],
    because: "Orin Nano 8GB runs models up to about 4B and is the cheapest way in",
    sources: [VLM_SIZING, BENCHMARK],
  },
  {
    id: "local-assistant",
    question: "Is it a local assistant whose model has no stated size?",
    asks: ["application"],
    when: ({ application }) => application === "assistant",
    advise: "agx-orin-64gb",
    alternatives: ["agx-thor-devkit", "agx-orin-32gb", "orin-nx-16gb", "orin-nano-8gb"],
    because:
      "an assistant of up to 30B runs on either large board: AGX Orin where money counts, Thor for headroom",
    sources: [FRAMEWORK],
  },
  {
    id: "kiosk",
    question: "Are there at most 100 requests a day, and nothing else is stated about the job?",
    asks: ["requestsPerDay", "application"],
    when: ({ requestsPerDay, application }) =>
      requestsPerDay !== undefined && requestsPerDay <= 100 && application === undefined,
    advise: "orin-nano-8gb",
    alternatives: [],
    because:
      "a kiosk or IoT node with up to 100 requests a day is served by Orin Nano Super and a 1B to 1.5B model",
    sources: [BENCHMARK],
  },
  {
    id: "battery",
    question: "Does it run on a battery?",
    asks: ["battery"],
    when: ({ battery }) => battery === true,
    advise: "orin-nx-16gb",
    alternatives: ["orin-nano-8gb"],
    because: "where the battery limits, the documents step down to Orin NX or Orin Nano",
    sources: [FRAMEWORK],
  },
  {
    id: "language-model-of-unstated-size",
    question: "Is a language model wanted, its size not stated?",
    asks: ["modelKind", "largestModelBillions", "application"],
    when: hasLanguageModel,
    advise: "orin-nx-16gb",
    alternatives: ["orin-nano-8gb"],
    because: "for one dedicated model Orin NX 16GB is the price/performance pick, with room for the 7B class",
    sources: [FRAMEWORK, VLM_SIZING],
  },
];

/** What is advised when nothing that was said decides. */
export const undecidedRule: DecisionRule = {
  id: "no-reason-for-more-or-less",
  question: "Does nothing said so far ask for more or for less?",
  asks: [],
  when: () => true,
  advise: "agx-orin-64gb",
  alternatives: ["agx-orin-32gb", "orin-nx-16gb", "orin-nano-8gb", "rk3588"],
  because:
    "without 70B models, VLA models or humanoids planned, the documents' answer for 2026 is AGX Orin 64GB",
  sources: [FRAMEWORK],
};
