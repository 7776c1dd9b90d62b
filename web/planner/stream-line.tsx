import { Failure } from "../failure.tsx";
import { formatCount, formatSpeed } from "../format.ts";
import type { Guarded } from "../guards.ts";
import { Fold } from "../tool-views/card.tsx";
import { Figures } from "../tool-views/figures.tsx";
import { type isStreamCapacity, StreamCapacityView } from "../tool-views/stream-capacity-view.tsx";
import type { Live } from "./use-tool.ts";

type StreamCapacity = Guarded<typeof isStreamCapacity>;

/** How many cameras a detector of the plan takes, what limits them, and what each gets. */
export function StreamLine({ live }: { live: Live<StreamCapacity> }) {
  const { output, error, isLate, retry } = live;
  if (error) return <Failure error={error} onRetry={retry} />;
  if (!output) return <p className="note">Counting the cameras …</p>;
  const { streams, binding, framesPerSecond, each } = output;
  return (
    <div className="yield" data-late={isLate}>
      <Figures
        figures={[
          [
            `The board takes, at ${formatSpeed(framesPerSecond)} frames/s`,
            streams === null ? "unknown" : formatCount(streams, "camera"),
          ],
          ["Limited by", binding ?? "unknown"],
          // Where memory takes none, none gets anything.
          ...(each && streams !== 0
            ? [
                [
                  `With ${formatCount(each.streams, "camera")}, each gets`,
                  `${formatSpeed(each.framesPerSecond)} frames/s`,
                ] as const,
              ]
            : []),
        ]}
      />
      <Fold summary="What limits them, and what gives more">
        <StreamCapacityView output={output} />
      </Fold>
    </div>
  );
}
