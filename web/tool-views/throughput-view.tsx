import { formatDuration, formatSpeed } from "../format.ts";
import { type Guarded, isListOf, isMissingOr, isNullOr, isNumber, isShape, isString } from "../guards.ts";
import { Bullets, Card, GroundsView, groundsShape } from "./card.tsx";
import { EnergyView, isEnergy } from "./energy-view.tsx";
import { EvidenceLadder } from "./evidence-ladder.tsx";
import { Figures } from "./figures.tsx";
import { ReferencesTable } from "./references-table.tsx";
import { Table } from "./table.tsx";

const isRange = isShape({ low: isNumber, expected: isNumber, high: isNumber });

export const isThroughput = isShape({
  ...groundsShape,
  decodeTokensPerSecond: isNullOr(isRange),
  aggregateTokensPerSecond: isNullOr(isRange),
  prefillTokensPerSecond: isNullOr(isRange),
  timeToFirstTokenMs: isNullOr(isRange),
  visionMs: isNullOr(isRange),
  ceilingTokensPerSecond: isNullOr(isNumber),
  boundBy: isNullOr(isString),
  evidence: isString,
  references: isListOf(
    isShape({
      id: isString,
      distance: isString,
      note: isMissingOr(isNullOr(isString)),
      tokensPerSecond: isNumber,
      metric: isString,
      source: isString,
      date: isNullOr(isString),
    }),
  ),
  blockers: isListOf(isShape({ message: isString })),
  coldStart: isMissingOr(isNullOr(isShape({ text: isString }))),
  shipped: isMissingOr(isNullOr(isShape({ powerMode: isString, decodeTokensPerSecond: isRange }))),
  intervalBasis: isMissingOr(isNullOr(isShape({ text: isString }))),
  power: isMissingOr(isEnergy),
  verify: isMissingOr(isNullOr(isString)),
  names: isShape({ device: isString, model: isString, powerMode: isNullOr(isString) }),
});

type Throughput = Guarded<typeof isThroughput>;
type Range = Guarded<typeof isRange>;

function SpeedTable({ output, shipped }: { output: Throughput; shipped: Throughput["shipped"] }) {
  const row = (name: string, range: Range | null | undefined, format: (value: number) => string) =>
    range ? [[name, format(range.low), format(range.expected), format(range.high)]] : [];
  const rows = [
    ...row("Decode, one stream", output.decodeTokensPerSecond, formatSpeed),
    ...row("Decode, all streams", output.aggregateTokensPerSecond, formatSpeed),
    ...row(`Decode as shipped, in ${shipped?.powerMode}`, shipped?.decodeTokensPerSecond, formatSpeed),
    ...row("Prefill", output.prefillTokensPerSecond, formatSpeed),
    ...row("Time to first token", output.timeToFirstTokenMs, formatDuration),
    ...row("Vision encoder", output.visionMs, formatDuration),
  ];
  if (rows.length === 0) return null;
  return (
    <Table
      caption="Speeds in tok/s, and times; low to high is the 90 % interval"
      columns={[
        { name: "Measure" },
        { name: "Low", isFigure: true },
        { name: "Expected", isFigure: true },
        { name: "High", isFigure: true },
      ]}
      rows={rows}
    />
  );
}

/** How fast a model runs on a board: the interval, the ceiling, the evidence and the runs behind it. */
export function ThroughputView({ output }: { output: Throughput }) {
  const {
    names,
    decodeTokensPerSecond,
    evidence,
    boundBy,
    ceilingTokensPerSecond,
    blockers,
    coldStart,
    verify,
  } = output;
  const ceiling =
    ceilingTokensPerSecond === null ? "unknown" : `${formatSpeed(ceilingTokensPerSecond)} tok/s`;
  const mode = names.powerMode ? ` in ${names.powerMode}` : "";
  const hint = decodeTokensPerSecond
    ? `about ${formatSpeed(decodeTokensPerSecond.expected)} tok/s`
    : "no number";
  return (
    <Card title={`Speed of ${names.model} on ${names.device}${mode}`} hint={hint}>
      {blockers.length > 0 && <Bullets items={blockers.map(({ message }) => message)} />}
      <Figures
        figures={[
          ["Ceiling, one stream", ceiling],
          ["Bound by", boundBy ?? "unknown"],
        ]}
      />
      <SpeedTable output={output} shipped={output.shipped} />
      {coldStart && <p className="note">{coldStart.text}</p>}
      <EvidenceLadder evidence={evidence} basis={output.intervalBasis?.text} verify={verify} />
      {output.power && <EnergyView power={output.power} />}
      <ReferencesTable references={output.references} />
      <GroundsView grounds={output} />
    </Card>
  );
}
