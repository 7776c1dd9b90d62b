import type { Resource } from "./limits.ts";

/** What gives more streams, by what ends them. */
const byResource: Readonly<Record<Resource, readonly string[]>> = {
  decoder: [
    "take the camera's substream, or have it send fewer frames: the decoder counts frames and pixels",
    "drop-frame-interval of the DeepStream source leaves frames out as they are decoded, before the converter and the detector see them",
  ],
  detector: [
    "batch-size of streammux and of the engine equal to the number of sources: an engine built for one runs once for each of them",
    "interval of the inference element lets frames pass, and a tracker carries the boxes across them",
    "INT8 in place of FP16, or a smaller network or input",
  ],
  memory: [
    "a headless system, and a pipeline without tiler and display",
    "fewer buffers for each source, and the camera's smaller substream",
  ],
};

/** One pipeline with several sources is what all of the others rest on. */
const onePipeline =
  "one batched pipeline for all sources, not a process for each: every process pays for its own CUDA context and engine";

/** What to change for more streams, that for the resource which ends them first. */
export function streamLevers(binding: Resource | null): string[] {
  const first = binding ? byResource[binding] : byResource.detector;
  const rest = Object.values(byResource).filter((levers) => levers !== first && levers !== byResource.memory);
  return [onePipeline, ...first, ...rest.flat()];
}
