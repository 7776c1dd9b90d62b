import { imageTokens } from "../formulas/image-tokens.ts";
import type { Placed, WorkloadInput } from "../placement/workload.ts";
import { type Change, eachLanguage, eachWorkload, halvings, type Lever } from "./lever.ts";
import type { CompletePlan, MemoryFitInput } from "./plan.ts";

/** A context is not shortened below this many tokens for want of images. */
const leastContext = 1024;
/** Sides of smaller images, as shares of the present ones. */
const smallerSides = [0.75, 0.5, 0.25];

const count = (value: number) => value.toLocaleString("en-US");

function namesOf(workloads: readonly Placed[]): string {
  return [...new Set(workloads.map(({ subject }) => subject.name))].join(", ");
}

/** The largest of a quantity among those workloads, or 0. */
function most(workloads: readonly Placed[], quantity: (placed: Placed) => number): number {
  return workloads.reduce((largest, placed) => Math.max(largest, quantity(placed)), 0);
}

function tokensOf({ language }: Placed, images: number, width: number, height: number): number {
  return language?.imageTokens ? images * imageTokens(language.imageTokens, width, height) : 0;
}

/** Other images, and the context shortened by the tokens that they no longer take. */
function withImages(
  placed: Placed,
  change: { images?: number; imageWidth?: number; imageHeight?: number },
): Partial<WorkloadInput> | undefined {
  const { images, imageWidth, imageHeight, contextTokens } = placed;
  const after = { images, imageWidth, imageHeight, ...change };
  const taken = tokensOf(placed, after.images, after.imageWidth, after.imageHeight);
  const saved = tokensOf(placed, images, imageWidth, imageHeight) - taken;
  if (saved <= 0) return undefined;
  const least = Math.max(leastContext, taken);
  return { ...change, contextTokens: Math.min(contextTokens, Math.max(least, contextTokens - saved)) };
}

function settingsOf<Step>(
  steps: readonly Step[],
  toInput: (step: Step) => MemoryFitInput | undefined,
  words: (step: Step) => string,
): Change[] {
  return steps.flatMap((step) => {
    const input = toInput(step);
    return input ? [{ change: words(step), input }] : [];
  });
}

/** Fewer images at a time, and the context that they took. */
export function imagesLever(plan: CompletePlan): Lever {
  const several = plan.workloads.filter(({ images }) => images > 1);
  const settings = settingsOf(
    halvings(most(several, ({ images }) => images)),
    (images) =>
      eachLanguage(plan, (placed) => (placed.images > images ? withImages(placed, { images }) : undefined)),
    (images) =>
      `${images === 1 ? "one image" : `${images} images`} at a time for ${namesOf(several)}, and a context shorter by as much`,
  );
  return { name: "images", settings };
}

/** Smaller images, and the context that they took. */
export function resolutionLever(plan: CompletePlan): Lever {
  const seeing = plan.workloads.filter(({ images }) => images > 0);
  const scaled = (side: number, share: number) => Math.max(1, Math.round(side * share));
  const settings = settingsOf(
    smallerSides,
    (share) =>
      eachLanguage(plan, (placed) =>
        placed.images > 0
          ? withImages(placed, {
              imageWidth: scaled(placed.imageWidth, share),
              imageHeight: scaled(placed.imageHeight, share),
            })
          : undefined,
      ),
    (share) => {
      const [first] = seeing;
      const size = first ? `${scaled(first.imageWidth, share)}×${scaled(first.imageHeight, share)}` : "";
      return `images of ${size} for ${namesOf(seeing)}, and a context shorter by as much`;
    },
  );
  return { name: "resolution", settings };
}

/** Fewer camera streams of detectors, step by step. */
export function streamsLever(plan: CompletePlan): Lever {
  const several = plan.workloads.filter(({ language, streams }) => !language && streams > 1);
  const settings = settingsOf(
    halvings(most(several, ({ streams }) => streams)),
    (streams) =>
      eachWorkload(plan, (placed) =>
        !placed.language && placed.streams > streams ? { streams } : undefined,
      ),
    (streams) => `${streams === 1 ? "one stream" : `${streams} streams`} for ${namesOf(several)}`,
  );
  return { name: "streams", settings };
}

/** Fewer sequences at once, step by step. */
export function concurrencyLever(plan: CompletePlan): Lever {
  const several = plan.workloads.filter(({ language, concurrency }) => language && concurrency > 1);
  const settings = settingsOf(
    halvings(most(several, ({ concurrency }) => concurrency)),
    (concurrency) =>
      eachLanguage(plan, (placed) => (placed.concurrency > concurrency ? { concurrency } : undefined)),
    (concurrency) =>
      `${concurrency === 1 ? "one sequence" : `${count(concurrency)} sequences`} at once for ${namesOf(several)}`,
  );
  return { name: "concurrency", settings };
}
