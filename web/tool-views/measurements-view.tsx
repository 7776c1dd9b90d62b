import { formatCount } from "../format.ts";
import {
  type Guarded,
  isBoolean,
  isListOf,
  isMissingOr,
  isNullOr,
  isNumber,
  isShape,
  isString,
} from "../guards.ts";
import { Card, GroundsView, groundsShape } from "./card.tsx";
import { Table } from "./table.tsx";

const isNearRun = isShape({
  id: isString,
  metric: isString,
  display: isString,
  model: isString,
  device: isString,
  quantization: isString,
  runtime: isString,
  conditions: isMissingOr(isString),
  distance: isString,
  plausible: isBoolean,
  date: isNullOr(isString),
  source: isString,
});

export const isNearRuns = isListOf(isNearRun);

export const isMeasurements = isShape({
  ...groundsShape,
  measurements: isNearRuns,
  count: isNumber,
  countOnBoard: isMissingOr(isNullOr(isNumber)),
  name: isString,
  resolved: isShape({}),
});

/** Runs shown before the rest is folded away. */
const shown = 8;

type Runs = { runs: Guarded<typeof isNearRuns> };

/** Measured runs, nearest first: the figure, how it was run, and what differs from the question. */
export function RunsTable({ runs }: Runs) {
  if (runs.length === 0) return <p className="note">Nobody on record measured anything near it.</p>;
  const others = runs.slice(shown);
  return (
    <>
      <PartTable caption="Measured runs, nearest first" runs={runs.slice(0, shown)} />
      {others.length > 0 && (
        <details>
          <summary>{formatCount(others.length, "further run")}</summary>
          <PartTable caption="Further runs" runs={others} />
        </details>
      )}
    </>
  );
}

function PartTable({ caption, runs }: Runs & { caption: string }) {
  return (
    <Table
      caption={caption}
      columns={[
        { name: "Measured", isFigure: true },
        { name: "What" },
        { name: "Run" },
        { name: "Against the question" },
        { name: "Source" },
      ]}
      rows={runs.map(({ display, metric, model, device, quantization, runtime, conditions, ...run }) => [
        display,
        metric.replaceAll("-", " "),
        [`${model} on ${device}`, quantization, runtime, conditions].filter(Boolean).join(", "),
        `${run.distance}${run.plausible ? "" : " – not to be believed"}`,
        run.date ? `${run.source}, ${run.date}` : run.source,
      ])}
    />
  );
}

/** Who measured a model, and how near that is to what was asked. */
export function MeasurementsView({ output }: { output: Guarded<typeof isMeasurements> }) {
  const { measurements, count, countOnBoard, name } = output;
  const here = countOnBoard ?? count;
  const elsewhere = count > here ? `, ${count} in all` : "";
  return (
    <Card title={`Measured runs of ${name}`} hint={`${formatCount(here, "run")}${elsewhere}`}>
      <RunsTable runs={measurements} />
      <GroundsView grounds={output} />
    </Card>
  );
}
