import { Failure } from "../failure.tsx";
import { formatDuration, formatSpeed } from "../format.ts";
import { Bullets, Fold } from "../tool-views/card.tsx";
import { Figures } from "../tool-views/figures.tsx";
import { titlesOf } from "../tool-views/grounds.ts";
import { RangeBar } from "../tool-views/range-bar.tsx";
import { speedScale } from "../tool-views/range-layout.ts";
import type { Throughput } from "../tool-views/throughput.ts";
import { ThroughputDetails } from "../tool-views/throughput-details.tsx";
import type { Live } from "./use-tool.ts";

type FigureRow = readonly [name: string, value: string];

function figuresOf(output: Throughput): FigureRow[] {
  const { decodeTokensPerSecond: decode, aggregateTokensPerSecond: all, power } = output;
  const { timeToFirstTokenMs: first } = output;
  const figures: FigureRow[] = [];
  if (decode) {
    const { low, expected, high } = decode;
    figures.push(["Speed", `${formatSpeed(expected)} tok/s`]);
    figures.push(["Likely", `${formatSpeed(low)}–${formatSpeed(high)}`]);
    if (all && all.expected > expected)
      figures.push(["All conversations", `${formatSpeed(all.expected)} tok/s`]);
  }
  if (first) figures.push(["First token", formatDuration(first.expected)]);
  if (power?.watts) figures.push(["Board draws", `${power.watts.expected.toFixed(0)} W`]);
  return figures;
}

function Speed({ output, holds }: { output: Throughput; holds: boolean }) {
  const figures = figuresOf(output);
  if (output.blockers.length > 0) return <Bullets items={output.blockers.map(({ message }) => message)} />;
  if (figures.length === 0) return <p className="note">No speed is known: measure it.</p>;
  return (
    <>
      <Figures figures={figures} />
      {!holds && <p className="note">Only if it fitted: the plan is too large for this board.</p>}
      {output.decodeTokensPerSecond && (
        <RangeBar output={output} scale={speedScale([output])} titles={titlesOf(output)} />
      )}
    </>
  );
}

/** How fast a language model of the plan runs beside the others, and behind it everything that says so. */
export function SpeedLine({ live, holds }: { live: Live<Throughput>; holds: boolean }) {
  const { output, error, isLate, retry } = live;
  if (error) return <Failure error={error} onRetry={retry} />;
  if (!output) return <p className="note">Estimating the speed …</p>;
  return (
    <div className="yield" data-late={isLate}>
      <Speed output={output} holds={holds} />
      <Fold summary="How that is known">
        <ThroughputDetails output={output} />
      </Fold>
    </div>
  );
}
