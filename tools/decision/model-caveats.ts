import { type Caveat, isAdvised, isThor, type Situation } from "./caveat.ts";
import { CLASS_ENDS, hasLanguageModel, needsThor } from "./question.ts";
import { BENCHMARK, FRAMEWORK, VLM_SIZING } from "./rule.ts";

const nanos = ["orin-nano-8gb", "orin-nano-8gb-super"];

function isBetween(billions: number | undefined, above: number, upTo: number): boolean {
  return billions !== undefined && billions > above && billions <= upTo;
}

function isRobot({ question: { modelKind, application } }: Situation): boolean {
  return modelKind === "vla" || application === "humanoid";
}

/** About the models: sizes that documents place differently, isolation, and runtimes. */
export const modelCaveats: readonly Caveat[] = [
  {
    id: "too-large",
    when: ({ choice }) => choice.chosen.objections.includes("memory"),
    say: ({ choice, question }) =>
      `By the rule of thumb ${question.largestModelBillions}B in 4 bits do not fit the memory of ${choice.chosen.entry.value.name}, nor of any board this rule names; the documents' largest model on one Jetson is 175B in W4A16, on Thor.`,
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "thor-ruled-out",
    when: (situation) => needsThor(situation.question) && !isThor(situation),
    say: (situation) => {
      const { largestModelBillions: billions = 0 } = situation.question;
      const sentences = [
        `The documents give this job to Thor, whose MIG and FP4 ${situation.choice.chosen.entry.value.name} does not have.`,
        ...(isRobot(situation) ? ["GR00T N1.6 runs on AGX Orin 64GB in under 100 ms (TensorRT FP16)."] : []),
        ...(billions >= 70 && billions < 75
          ? ["A 70B model in 4 bits fits AGX Orin 64GB and decodes at about 3 tok/s."]
          : []),
      ];
      return sentences.join(" ");
    },
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "mig-is-small",
    when: (situation) => situation.question.realTimeIsolation === true && isThor(situation),
    say: ({ question }) =>
      `"Hard isolation" overstates MIG on Thor: at most two instances, the GPU is split but memory and bandwidth are not, documented only from JetPack 7.2${(question.concurrentModels ?? 0) > 2 ? `; of ${question.concurrentModels} models at least two share an instance` : ""}.`,
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "isolation-decides",
    when: ({ rule }) => rule.id === "several-models" || rule.id === "visual-agent",
    say: () =>
      "The documents differ on several models in one box: edge-llm-decision-framework sends them to Thor for isolation, vlm-sizing-2026 puts VLM, detection and speech on AGX Orin 64GB; hard real time decides.",
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "vla-on-orin",
    when: (situation) => situation.question.modelKind === "vla" && isThor(situation),
    say: () =>
      "Thor is not the only board for VLA models: GR00T N1.6 runs on AGX Orin 64GB in under 100 ms (TensorRT FP16), and OpenVLA 7B at 1.2 to 3.0 steps a second.",
    sources: [FRAMEWORK],
  },
  {
    id: "robots-may-need-thor",
    when: (situation) => situation.question.application === "robotics" && !needsThor(situation.question),
    say: () => "A VLA model or hard real-time isolation would change this answer to Thor.",
    sources: [FRAMEWORK],
  },
  {
    id: "orin-ceiling",
    when: ({ question }) => isBetween(question.largestModelBillions, CLASS_ENDS.thirteen, CLASS_ENDS.thirty),
    say: () =>
      "Who says what about 13B to 30B: edge-llm-decision-framework ends AGX Orin 64GB at 13B, at 30B and at a 32B in Q4 in three places and starts Thor at 30B; vlm-sizing-2026 ends Orin at 20B and starts Thor there; edge-llm-benchmark-2026 ends Orin at 7B to 13B.",
    sources: [FRAMEWORK, VLM_SIZING, BENCHMARK],
  },
  {
    id: "dense-is-slow",
    when: (situation) =>
      isBetween(situation.question.largestModelBillions, CLASS_ENDS.twenty, CLASS_ENDS.thirty) &&
      !isThor(situation),
    say: ({ quotes }) => {
      const orin = quotes.speed("qwen3-32b", ["agx-orin-64gb"]);
      return `Fitting is not speed: a dense 30B model can decode at 10 tok/s at most on AGX Orin 64GB${orin ? `; Qwen3-32B measured ${orin}` : ""}. A mixture of experts of that size is several times faster.`;
    },
    sources: [FRAMEWORK, "jetson-facts-review"],
  },
  {
    id: "gap-to-seventy",
    when: ({ question }) => {
      const { largestModelBillions: billions = 0 } = question;
      return billions > CLASS_ENDS.thirty && billions < 70;
    },
    say: () =>
      "No step of the decision tree covers models between the 30B class and 70B; the quick answer (30B and more: Thor) is used. In 4 bits such a model also fits the 64 GB of AGX Orin, slowly.",
    sources: [FRAMEWORK],
  },
  {
    id: "seventy-needs-no-fp4",
    when: (situation) => isBetween(situation.question.largestModelBillions, 69.9, 75) && isThor(situation),
    say: () =>
      "Memory is not what excludes Orin at 70B: 4-bit weights take 35 to 43 GB; speed is, at about 3 tok/s. And NVFP4 is not required on Thor, since 70B in FP8 (70 GB) fits 128 GB too.",
    sources: [FRAMEWORK, "nvidia-thor-7x-blog"],
  },
  {
    id: "seven-billion-in-8-gb",
    when: ({ question }) =>
      isBetween(question.largestModelBillions, CLASS_ENDS.four, CLASS_ENDS.seven) &&
      hasLanguageModel(question),
    say: ({ quotes }) => {
      const speed = quotes.speed("qwen2.5-7b", nanos);
      const price = quotes.price("orin-nano-8gb");
      return `The documents want 16 GB for 7B, yet 8 GB boards run it${speed ? `: Qwen2.5-7B in 4 bits measured ${speed} on Orin Nano 8GB Super` : ""}${price ? `, at ${price}` : ""}. It leaves little for anything else and is tight for a VLM; ask memory-fit.`;
    },
    sources: [VLM_SIZING, FRAMEWORK],
  },
  {
    id: "thirteen-on-16-gb",
    when: ({ rule }) => rule.id === "nine-to-thirteen-billion",
    say: () =>
      "No document names a board for 9B to 13B beyond Orin or AGX Orin; 13B in 4 bits is about 6.5 GB of weights by the rule of thumb, so Orin NX 16GB may do for one model alone. Ask memory-fit.",
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "nano-ceiling",
    when: (situation) => isAdvised(situation, ...nanos) && hasLanguageModel(situation.question),
    say: () =>
      "Documents differ on Orin Nano 8GB: vlm-sizing-2026 goes to about 4B, edge-llm-benchmark-2026 advises 1B or 1.5B models and finds 3B tight.",
    sources: [VLM_SIZING, BENCHMARK],
  },
  {
    id: "vlm-by-events",
    when: (situation) => situation.question.modelKind === "vlm" && !isThor(situation),
    say: () =>
      "Use the VLM on events, not on every frame: on Orin Nano even Gemma 3 4B takes several seconds a frame.",
    sources: [VLM_SIZING],
  },
  {
    id: "accelerators-without-language",
    when: (situation) => isAdvised(situation, "coral-tpu", "hailo-8") && hasLanguageModel(situation.question),
    say: ({ quotes }) =>
      `Neither Coral nor Hailo-8 runs language models, whatever their size. ${quotes.name("hailo-10h")} is the low-power part on record that does${quotes.price("hailo-10h") ? `, at ${quotes.price("hailo-10h")}` : ""} beside a Raspberry Pi 5.`,
    sources: ["jetson-facts-review"],
  },
  {
    id: "compiled-runtime",
    when: ({ runtime }) => runtime?.choice === "tensorrt-llm",
    say: (situation) =>
      `TensorRT-LLM is the benchmark article's choice; NVIDIA's current runtime for ${isThor(situation) ? "Thor" : "Orin, since JetPack 7.2,"} is TensorRT Edge-LLM. 1,000 answers of 256 tokens at 85 tok/s are 50 minutes of decoding a day, so the load alone does not force either.`,
    sources: [BENCHMARK, FRAMEWORK, VLM_SIZING],
  },
  {
    id: "vllm-on-a-small-board",
    when: ({ runtime, question }) => runtime?.choice === "llama-cpp" && (question.requestsPerDay ?? 0) >= 100,
    say: () =>
      "By the number of requests alone the benchmark article would choose vLLM or TensorRT-LLM; vlm-sizing-2026 finds vLLM impractical on Orin Nano 8GB.",
    sources: [BENCHMARK, VLM_SIZING],
  },
  {
    id: "no-runtime",
    when: ({ runtime, question }) => runtime === undefined && question.requestsPerDay !== undefined,
    say: () => "The documents choose a runtime by requests only for language models on a Jetson.",
    sources: [BENCHMARK],
  },
  {
    id: "no-board-for-the-load",
    when: ({ question }) => isBetween(question.requestsPerDay, 100, 499),
    say: () => "Between 100 and 500 requests a day the documents name a runtime but no board.",
    sources: [BENCHMARK],
  },
];
