import { z } from "zod";
import { Confidence, SourceIds } from "./schema.ts";

/** What somebody sees go wrong, whatever is behind it. */
export const Symptom = z.enum([
  "runs-on-cpu",
  "gpu-not-found",
  "killed-loading",
  "killed-later",
  "allocation-fails",
  "memory-not-released",
  "takes-all-memory",
  "relies-on-swap",
  "slower-than-published",
  "slow-video",
  "low-precision-gains-nothing",
  "not-supported-by-release",
  "will-not-start",
  "reboots",
]);
export type Symptom = z.infer<typeof Symptom>;

/** What a report mentions beside its symptom: software, or what was done before. */
export const Circumstance = z.enum([
  "container",
  "pytorch",
  "python",
  "tensorrt",
  "gguf",
  "isaac-ros",
  "nanollm",
  "gr00t",
  "segmentation",
  "exo",
  "after-upgrade",
  "permission",
  "nvidia-smi",
  "fragmentation",
  "chat-turns",
  "vision",
  "robot-policy",
  "low-precision",
  "attention",
  "draft-model",
  "precision-asked",
  "conditions-asked",
  "power-mode",
  "quantizes-here",
  "second-process",
  "desktop",
  "swap",
  "free-memory",
  "images",
  "loading",
  "under-load",
  "cameras",
]);
export type Circumstance = z.infer<typeof Circumstance>;

/** A cause of trouble, how to see whether it is the one, and what to do then. */
export const Trouble = z.strictObject({
  symptoms: z.array(Symptom).min(1),
  cause: z.string(),
  /** A command with what it should show. */
  check: z.string(),
  fix: z.string(),
  source: SourceIds,
  confidence: Confidence,
  /** Of causes with the same topic only the most likely is told: the power mode of a board is one cause. */
  topic: z.string().optional(),
  /** What must hold where it is known; a circumstance must have been mentioned. */
  when: z
    .strictObject({
      runtimes: z.array(z.string()).optional(),
      classes: z.array(z.string()).optional(),
      computeCapabilities: z.array(z.number()).optional(),
      /** Major releases of Jetson Linux. */
      linuxMajors: z.array(z.int()).optional(),
      /** True where only a release that refuses big allocations does it. */
      refusesBigAllocations: z.boolean().optional(),
      mentions: z.array(Circumstance).optional(),
    })
    .default({}),
  /** What makes it likelier without being a condition. */
  likelier: z.array(Circumstance).default([]),
});
export type Trouble = z.infer<typeof Trouble>;
