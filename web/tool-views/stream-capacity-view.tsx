import { formatCount, formatSpeed } from "../format.ts";
import {
  type Guarded,
  isBoolean,
  isListOf,
  isMissingOr,
  isNullOr,
  isNumber,
  isOneOf,
  isShape,
  isString,
} from "../guards.ts";
import { AmountBars } from "./amount-bars.tsx";
import { Bullets, Card, GroundsView } from "./card.tsx";
import { Figures } from "./figures.tsx";
import { groundsShape } from "./grounds.ts";
import { Blockers } from "./memory-fit-view.tsx";

const resources = ["decoder", "detector", "memory"] as const;

export const isStreamCapacity = isShape({
  ...groundsShape,
  names: isShape({ device: isString, powerMode: isNullOr(isString), detector: isNullOr(isString) }),
  limits: isShape({
    streams: isShape({
      decoder: isNullOr(isNumber),
      detector: isNullOr(isNumber),
      memory: isNullOr(isNumber),
    }),
    pace: isNullOr(
      isShape({
        measuredBy: isNullOr(isString),
        framesPerSecond: isNumber,
        likely: isNullOr(isShape({ low: isNumber, high: isNumber })),
      }),
    ),
  }),
  streams: isNullOr(isNumber),
  binding: isNullOr(isOneOf(resources)),
  framesPerSecond: isNumber,
  each: isNullOr(isShape({ streams: isNumber, framesPerSecond: isNumber, isAsked: isBoolean })),
  levers: isListOf(isString),
  blockers: isMissingOr(isListOf(isShape({ message: isString }))),
});

type StreamCapacity = Guarded<typeof isStreamCapacity>;

/** What each resource does for a stream. */
const roles = { decoder: "Video decoder", detector: "Detector", memory: "Memory" } as const;

/** How fast the detector is, and how that is known. */
function Pace({ pace }: Pick<StreamCapacity["limits"], "pace">) {
  if (!pace) return null;
  const known = pace.likely
    ? `computed, likely ${formatSpeed(pace.likely.low)} to ${formatSpeed(pace.likely.high)}`
    : "measured";
  return (
    <p className="note">
      The detector sees {formatSpeed(pace.framesPerSecond)} frames a second in all: {known}.
    </p>
  );
}

/** How many cameras a board takes, and which resource is the limit. */
export function StreamCapacityView({ output }: { output: StreamCapacity }) {
  const { names, limits, streams, binding, framesPerSecond, each, levers, blockers = [] } = output;
  const mode = names.powerMode ? ` in ${names.powerMode}` : "";
  const detector = names.detector ? ` with ${names.detector}` : "";
  const bars = resources
    .filter((resource) => resource !== "detector" || names.detector !== null)
    .map((resource) => ({
      name: roles[resource],
      amount: limits.streams[resource],
      isDeciding: resource === binding,
    }));
  return (
    <Card
      title={`Cameras on ${names.device}${mode}${detector}`}
      details={
        <>
          <h4>What gives more</h4>
          <Bullets items={levers} />
          <GroundsView grounds={output} />
        </>
      }
    >
      <Blockers blockers={blockers} />
      <Figures
        figures={[
          [
            `At ${framesPerSecond} frames a second`,
            streams === null ? "unknown" : formatCount(streams, "camera"),
          ],
          ["Limited by", binding ?? "unknown"],
          ...(each
            ? [
                [
                  `With ${formatCount(each.streams, "camera")}, each gets`,
                  `${formatSpeed(each.framesPerSecond)} frames/s`,
                ] as const,
              ]
            : []),
        ]}
      />
      <AmountBars label="Cameras that each resource takes" unit="camera" bars={bars} />
      <Pace pace={limits.pace} />
    </Card>
  );
}
