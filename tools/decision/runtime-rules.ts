import type { Device } from "../../knowledge/schema.ts";
import { GIB } from "../../knowledge/units.ts";
import type { DecisionQuestion } from "./question.ts";
import { BENCHMARK, FRAMEWORK, VLM_SIZING } from "./rule.ts";

/** The runtime advised for a load, by its catalogue id. */
export type RuntimeAdvice = {
  choice: string;
  alternatives: readonly string[];
  because: string;
  sources: readonly string[];
};

type RuntimeRule = RuntimeAdvice & {
  id: string;
  when(question: DecisionQuestion, device: Device): boolean;
};

const machines = new Set<DecisionQuestion["application"]>(["humanoid", "surgical", "robotics", "industrial"]);

function isSmall({ memory = 0 }: Device): boolean {
  return memory <= 8 * GIB;
}

/** First match wins. Without a load only machines get advice, since jitter decides for them, not requests. */
export const runtimeRules: readonly RuntimeRule[] = [
  {
    id: "machine",
    when: ({ requestsPerDay, application }) => requestsPerDay === undefined && machines.has(application),
    choice: "tensorrt-edge-llm",
    alternatives: ["vllm", "llama-cpp"],
    because:
      "in a robot or an industrial system jitter matters, and this is NVIDIA's runtime for even latency there",
    sources: [FRAMEWORK, VLM_SIZING],
  },
  {
    id: "under-100-requests",
    when: ({ requestsPerDay }) => requestsPerDay !== undefined && requestsPerDay < 100,
    choice: "llama-cpp",
    alternatives: ["ollama"],
    because: "below 100 requests a day simplicity counts more than speed",
    sources: [BENCHMARK],
  },
  {
    id: "small-board",
    when: ({ requestsPerDay }, device) => requestsPerDay !== undefined && isSmall(device),
    choice: "llama-cpp",
    alternatives: ["ollama", "tensorrt-edge-llm"],
    because: "vLLM, which the load would ask for, is impractical in the 8 GB of this board",
    sources: [VLM_SIZING, BENCHMARK],
  },
  {
    id: "under-1000-requests",
    when: ({ requestsPerDay }) => requestsPerDay !== undefined && requestsPerDay < 1000,
    choice: "vllm",
    alternatives: ["llama-cpp", "tensorrt-edge-llm"],
    because: "from 100 to 1,000 requests a day vLLM loads a model once and serves a varying stream",
    sources: [BENCHMARK],
  },
  {
    id: "from-1000-requests",
    when: ({ requestsPerDay }) => requestsPerDay !== undefined,
    choice: "tensorrt-llm",
    alternatives: ["vllm", "tensorrt-edge-llm"],
    because:
      "from 1,000 requests a day its speed pays if the compile time of 30 to 90 minutes a model is affordable; otherwise vLLM",
    sources: [BENCHMARK],
  },
];

/** The runtime for a load on a board; none for detectors and for boards that are no Jetson. */
export function adviseRuntime(question: DecisionQuestion, device: Device): RuntimeAdvice | undefined {
  if (question.modelKind === "detector" || device.kind === "alternative") return undefined;
  const rule = runtimeRules.find(({ when }) => when(question, device));
  if (!rule) return undefined;
  const { choice, alternatives, because, sources } = rule;
  return { choice, alternatives, because, sources };
}
