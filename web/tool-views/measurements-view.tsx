import { formatCount } from "../format.ts";
import { type Guarded, isMissingOr, isNullOr, isNumber, isShape, isString } from "../guards.ts";
import { Fold, FoldedCard, GroundsView } from "./card.tsx";
import { groundsShape } from "./grounds.ts";
import { isNearRuns, type NearRuns } from "./near-runs.ts";
import { Table } from "./table.tsx";

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

type Runs = { runs: NearRuns };

/** Measured runs, nearest first: the figure, how it was run, and what differs from the question. */
export function RunsTable({ runs }: Runs) {
  if (runs.length === 0) return <p className="note">Nobody on record measured anything near it.</p>;
  const others = runs.slice(shown);
  return (
    <>
      <PartTable caption="Measured runs, nearest first" runs={runs.slice(0, shown)} />
      {others.length > 0 && (
        <Fold summary={formatCount(others.length, "further run")}>
          <PartTable caption="Further runs" runs={others} />
        </Fold>
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
    <FoldedCard title={`Measured runs of ${name}`} hint={`${formatCount(here, "run")}${elsewhere}`}>
      <RunsTable runs={measurements} />
      <GroundsView grounds={output} />
    </FoldedCard>
  );
}
