import type { Placed } from "../placement/workload.ts";
import { imageTokensPerSequence } from "./language-lines.ts";
import type { Flag } from "./lever.ts";

/** Image tokens of a batch (--maxImageTokens) and tokens of a prompt (--maxInputLen) to step down to. */
const imageTokenSteps = [4096, 2048, 1024];
const inputTokenSteps = [1024, 512];

/** Settings with which engines are built smaller; images and their prompts must still go in. */
export function edgeFlags(placed: Placed): Flag[] {
  const { settings, images, concurrency, contextTokens } = placed;
  const perSequence = imageTokensPerSequence(placed);
  const smallerVision = imageTokenSteps
    .filter((tokens) => images > 0 && tokens >= perSequence * concurrency)
    .filter((tokens) => tokens < (settings.engineImageTokens ?? Number.POSITIVE_INFINITY))
    .map((tokens) => ({ words: `--maxImageTokens ${tokens}`, change: { engineImageTokens: tokens } }));
  const smallerPrompts = inputTokenSteps
    .filter(
      (tokens) =>
        tokens > perSequence && tokens < Math.min(placed.maxInputTokens ?? contextTokens, contextTokens),
    )
    .map((tokens) => ({ words: `--maxInputLen ${tokens}`, change: { maxInputTokens: tokens } }));
  return [...smallerVision, ...smallerPrompts];
}
