import { formatCount } from "../format.ts";
import { type Guarded, isMissingOr, isNullOr, isNumber, isShape, isString } from "../guards.ts";
import { Card, Fold, FoldedCard, GroundsView } from "./card.tsx";
import { groundsShape, titlesOf } from "./grounds.ts";
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

/** `titles` names sources as people do. */
type Runs = { runs: NearRuns; titles?: ReadonlyMap<string, string> };

/** Measured runs, nearest first: the figure, how it was run, and what differs from the question. */
export function RunsTable({ runs, titles }: Runs) {
  if (runs.length === 0) return <p className="note">Nobody on record measured anything near it.</p>;
  const others = runs.slice(shown);
  return (
    <>
      <PartTable
        caption="Measured runs, nearest first"
        runs={runs.slice(0, shown)}
        {...(titles && { titles })}
      />
      {others.length > 0 && (
        <Fold summary={formatCount(others.length, "further run")}>
          <PartTable caption="Further runs" runs={others} {...(titles && { titles })} />
        </Fold>
      )}
    </>
  );
}

/** What a figure is of, where its own word says it to those alone who measure. */
const metrics = new Map([
  ["decode", "one stream"],
  ["aggregate", "all streams together"],
]);

type Named = Pick<NearRuns[number], "names" | "model" | "device" | "quantization" | "runtime">;

/** What ran where and how, by names, or by ids where an old answer has none. */
function runWords({ names, ...ids }: Named): string {
  const { model, device, quantization, runtime } = names ?? ids;
  return [device === null ? model : `${model} on ${device}`, quantization, runtime]
    .filter(Boolean)
    .join(", ");
}

function PartTable({ caption, runs, titles }: Runs & { caption: string }) {
  return (
    <Table
      isStacking={true}
      caption={caption}
      columns={[
        { name: "Measured", isFigure: true },
        { name: "What" },
        { name: "Run" },
        { name: "What differs" },
        { name: "Source" },
      ]}
      rows={runs.map(({ display, metric, conditions, ...run }) => [
        display,
        metrics.get(metric) ?? metric.replaceAll("-", " "),
        [runWords(run), conditions].filter(Boolean).join(", "),
        `${run.distance}${run.plausible ? "" : " – not to be believed"}`,
        titles?.get(run.source) ?? (run.date ? `${run.source}, ${run.date}` : run.source),
      ])}
    />
  );
}

type MeasurementsViewProps = { output: Guarded<typeof isMeasurements>; isAside: boolean };

/** Who measured a model, and how near that is to what was asked; folded beside a result that decides. */
export function MeasurementsView({ output, isAside }: MeasurementsViewProps) {
  const { measurements, count, countOnBoard, name } = output;
  const here = countOnBoard ?? count;
  const elsewhere = count > here ? `, ${count} in all` : "";
  const runs = `${formatCount(here, "run")}${elsewhere}`;
  const table = <RunsTable runs={measurements} titles={titlesOf(output)} />;
  if (isAside)
    return (
      <FoldedCard title={`Measured runs of ${name}`} hint={runs}>
        {table}
        <GroundsView grounds={output} />
      </FoldedCard>
    );
  return (
    <Card title={`Measured runs of ${name}: ${runs}`} details={<GroundsView grounds={output} />}>
      {table}
    </Card>
  );
}
