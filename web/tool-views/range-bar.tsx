import { formatCount, formatMeasured, formatSpeed } from "../format.ts";
import { ExplanationBox } from "./explanation-box.tsx";
import { type Point, readerSpeed, toPoints } from "./range-layout.ts";
import type { Throughput } from "./throughput.ts";
import { boardOf } from "./throughput.ts";
import { useExplanation } from "./use-explanation.ts";

const percent = (share: number) => `${100 * share}%`;

/** The speeds of a point: 26.8 tok/s, or 26.8 to 27.1 tok/s of several runs. */
function speedsOf({ runs }: Point): string {
  const speeds = new Set([runs[0], runs.at(-1)].map((run) => formatMeasured(run?.tokensPerSecond ?? 0)));
  return `${[...speeds].join(" to ")} tok/s`;
}

function nameOf(point: Point): string {
  const { runs } = point;
  const what = runs.length > 1 ? formatCount(runs.length, "measured run") : "Measured";
  return `${what}: ${speedsOf(point)}, ${runs[0]?.distance ?? ""}`;
}

function Explanation({
  id,
  point,
  titles,
}: {
  id: string;
  point: Point;
  titles: ReadonlyMap<string, string>;
}) {
  return (
    <ExplanationBox id={id} at={point.at}>
      {point.runs.map(({ id, tokensPerSecond, distance, note, source, date }) => (
        <p key={id}>
          <strong>{formatMeasured(tokensPerSecond)} tok/s measured</strong>: {distance}
          {note && `; ${note}`}.{" "}
          <span className="note">
            {titles.get(source) ?? source}
            {date && `, ${date}`}
          </span>
        </p>
      ))}
    </ExplanationBox>
  );
}

/** What the drawing says, for those who do not see it. */
function labelOf(output: Throughput): string {
  const { decodeTokensPerSecond: range, ceilingTokensPerSecond: ceiling } = output;
  const speed = range
    ? `${formatSpeed(range.expected)} tok/s expected, likely ${formatSpeed(range.low)} to ${formatSpeed(range.high)}`
    : "speed not known";
  return `${output.names.model} on ${boardOf(output)}: ${speed}${ceiling === null ? "" : `, ceiling ${formatSpeed(ceiling)} tok/s`}`;
}

type RangeBarProps = {
  output: Throughput;
  /** What the whole width stands for, in tok/s. */
  scale: number;
  titles: ReadonlyMap<string, string>;
};

/** The likely speeds of one stream below the ceiling that none passes, and the runs that were measured there. */
export function RangeBar({ output, scale, titles }: RangeBarProps) {
  const points = toPoints(output, scale);
  const { id, shown, areaProps, partProps } = useExplanation(points.map(({ key }) => key));
  const { decodeTokensPerSecond: range, ceilingTokensPerSecond: ceiling } = output;
  const reader = readerSpeed(output);
  const open = points.find(({ key }) => key === shown);
  const at = (speed: number) => percent(speed / scale);
  return (
    <div className="range-area" {...areaProps}>
      <div className="range-bar" role="toolbar" aria-label={labelOf(output)}>
        {ceiling !== null && (
          <span className="ceiling" style={{ inlineSize: at(ceiling) }}>
            <span>ceiling {formatSpeed(ceiling)} tok/s</span>
          </span>
        )}
        {reader !== undefined && reader < scale && (
          <span className="reader" style={{ insetInlineStart: at(reader) }} />
        )}
        {range && (
          <>
            <span
              className="likely"
              style={{ insetInlineStart: at(range.low), inlineSize: at(range.high - range.low) }}
            />
            <span className="expected" style={{ insetInlineStart: at(range.expected) }} />
          </>
        )}
        {points.map((point) => (
          <button
            key={point.key}
            type="button"
            className="point"
            aria-label={nameOf(point)}
            style={{ insetInlineStart: percent(point.at) }}
            {...partProps(point.key)}
          />
        ))}
      </div>
      {open && <Explanation id={id} point={open} titles={titles} />}
    </div>
  );
}
