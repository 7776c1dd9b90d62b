import { orinRules, undecidedRule } from "./decision/orin-rules.ts";
import {
  CLASS_ENDS,
  type DecisionQuestion,
  hasLanguageModel,
  JETSON_WATTS,
  needsThor,
  thorObstacle,
} from "./decision/question.ts";
import { type DecisionRule, FRAMEWORK, VLM_SIZING } from "./decision/rule.ts";

/*
 * The order is the argument; the first match wins. It is not the order of the documents, whose first step ("up to
 * 13B: Orin") would hide their later ones: a 5 W sensor with a 1B model and a humanoid with a 7B VLA model would
 * both end at Orin. So:
 *   1. what the box cannot be: power, battery, cooling, and the jobs that need no Jetson;
 *   2. what only Thor does: humanoids, VLA models, isolation, models above the 30B class;
 *   3. size classes above 13B, which need memory whatever else runs;
 *   4. company: streams, agents, several models, load;
 *   5. small sizes, then applications of unstated size, then the answer to no question at all.
 * Money comes last and changes no rule: it picks among a row's alternatives.
 */

const limitRules: readonly DecisionRule[] = [
  {
    id: "ultra-low-power",
    question: "Is the power budget 5 W or less, or is it a battery sensor?",
    asks: ["powerBudgetWatts", "application"],
    when: ({ powerBudgetWatts: watts, application }) =>
      watts === undefined ? application === "battery-sensor" : isSensorPower(watts, application),
    advise: "coral-tpu",
    alternatives: ["hailo-8"],
    because:
      "at 5 W and on a battery a Coral, or a Hailo-8 with a small host, does the job; no Jetson belongs there",
    sources: [FRAMEWORK],
  },
  {
    id: "cheap-smart-camera",
    question: "Is it a cost-constrained smart camera with one stream and no language model?",
    asks: [
      "application",
      "streams",
      "modelKind",
      "largestModelBillions",
      "concurrentModels",
      "realTimeIsolation",
    ],
    when: (question) =>
      question.application === "smart-camera" &&
      (question.streams ?? 1) <= 1 &&
      (question.concurrentModels ?? 1) === 1 &&
      !question.realTimeIsolation &&
      !hasLanguageModel(question),
    advise: "rk3588",
    alternatives: ["hailo-8", "coral-tpu"],
    because: "one 1080p stream at the lowest cost is enough work for the 6 TOPS NPU of an RK3588 with RKNN",
    sources: [FRAMEWORK],
  },
  {
    id: "below-15-watts-language",
    question: "Is the power budget below 15 W, with a language model to run?",
    asks: ["powerBudgetWatts", "modelKind", "largestModelBillions", "application"],
    when: (question) => isBelowJetson(question) && hasLanguageModel(question),
    advise: "rk3588",
    alternatives: ["orin-nano-8gb"],
    because:
      "below 15 W the documents leave Jetson, and of the parts they name only the RK3588 runs language models",
    sources: [FRAMEWORK],
  },
  {
    id: "below-15-watts",
    question: "Is the power budget below 15 W?",
    asks: ["powerBudgetWatts"],
    when: isBelowJetson,
    advise: "hailo-8",
    alternatives: ["rk3588", "coral-tpu", "orin-nano-8gb"],
    because: "below 15 W the documents advise Coral, Hailo-8 or RK3588 in place of a Jetson",
    sources: [FRAMEWORK],
  },
  {
    id: "no-thor-here",
    question: "Does the job ask for Thor where power, battery or cooling exclude it?",
    asks: [
      "application",
      "modelKind",
      "largestModelBillions",
      "concurrentModels",
      "realTimeIsolation",
      "powerBudgetWatts",
      "battery",
      "passiveCooling",
    ],
    when: (question) => needsThor(question) && thorObstacle(question) !== undefined,
    advise: "agx-orin-64gb",
    alternatives: ["agx-orin-32gb", "orin-nx-16gb"],
    because:
      "power, battery or passive cooling exclude Thor whatever its compute, so the largest Orin is what remains",
    sources: [FRAMEWORK, VLM_SIZING],
  },
];

function isSensorPower(watts: number, application: DecisionQuestion["application"]): boolean {
  return watts <= 5 || (watts < JETSON_WATTS && application === "battery-sensor");
}

function isBelowJetson({ powerBudgetWatts: watts = JETSON_WATTS }: DecisionQuestion): boolean {
  return watts < JETSON_WATTS;
}

const smallerThors = ["thor-t5000", "thor-t4000", "agx-orin-64gb"] as const;
const toThor = { advise: "agx-thor-devkit", alternatives: smallerThors } as const;

const thorRules: readonly DecisionRule[] = [
  {
    id: "humanoid-or-surgical",
    question: "Is it a humanoid robot or a surgical assistant?",
    asks: ["application"],
    when: ({ application }) => application === "humanoid" || application === "surgical",
    ...toThor,
    because: "humanoids and surgical assistants are the work Thor was designed for",
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "vision-language-action",
    question: "Is a vision-language-action (VLA) model to run?",
    asks: ["modelKind"],
    when: ({ modelKind }) => modelKind === "vla",
    ...toThor,
    because: "foundation models that drive robots, such as GR00T and OpenVLA, are given to Thor",
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "hard-isolation",
    question: "Must models run side by side with hard real-time isolation?",
    asks: ["realTimeIsolation"],
    when: ({ realTimeIsolation }) => realTimeIsolation === true,
    ...toThor,
    because:
      "only Thor can divide its GPU (MIG), so that a call to a language model does not starve the control loop",
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "seventy-billion",
    question: "Has the largest model 70B parameters or more?",
    asks: ["largestModelBillions"],
    when: ({ largestModelBillions: billions = 0 }) => billions >= 70,
    ...toThor,
    because:
      "models of 70B and more want Thor's 128 GB and its 4-bit hardware; the documents find them not viable on Orin",
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "above-thirty-billion",
    question: "Is the largest model above the 30B class?",
    asks: ["largestModelBillions"],
    when: ({ largestModelBillions: billions = 0 }) => billions > CLASS_ENDS.thirty,
    ...toThor,
    because: "the tree is silent between 30B and 70B; its quick answer gives models above 30B to Thor",
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "large-vlm",
    question: "Is the largest model a VLM above 20B?",
    asks: ["largestModelBillions", "modelKind"],
    when: ({ largestModelBillions: billions = 0, modelKind }) =>
      billions > CLASS_ENDS.twenty && modelKind === "vlm",
    ...toThor,
    because: "VLMs from 20B to 120B are Thor's range in the module guide",
    sources: [VLM_SIZING],
  },
  {
    id: "several-large-models",
    question: "Do several models run at once, the largest above 20B?",
    asks: ["largestModelBillions", "concurrentModels"],
    when: ({ largestModelBillions: billions = 0, concurrentModels = 1 }) =>
      billions > CLASS_ENDS.twenty && concurrentModels > 1,
    ...toThor,
    because: "several foundation models at once are Thor's range in the module guide",
    sources: [FRAMEWORK, VLM_SIZING],
  },
];

/** Every rule in the order in which it is asked. The last one always applies. */
export const decisionRules: readonly DecisionRule[] = [
  ...limitRules,
  ...thorRules,
  ...orinRules,
  undecidedRule,
];

/** The rules asked, in order; the last is the one that applies. */
export function askRules(question: DecisionQuestion): { rule: DecisionRule; asked: readonly DecisionRule[] } {
  const rule = decisionRules.find(({ when }) => when(question)) ?? undecidedRule;
  return { rule, asked: decisionRules.slice(0, decisionRules.indexOf(rule) + 1) };
}
