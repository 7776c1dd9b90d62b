import { formatDuration, formatSpeed } from "../format.ts";
import { GroundsView } from "./card.tsx";
import { EnergyView } from "./energy-view.tsx";
import { EvidenceLadder } from "./evidence-ladder.tsx";
import { ReferencesTable } from "./references-table.tsx";
import { Table } from "./table.tsx";
import type { Range, Throughput } from "./throughput.ts";

function SpeedTable({ output }: { output: Throughput }) {
  const { shipped } = output;
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

/** All speeds of a model on a board, the evidence and the runs behind them, and what it draws. */
export function ThroughputDetails({ output }: { output: Throughput }) {
  const { coldStart, evidence, intervalBasis, verify, power, references } = output;
  return (
    <>
      <SpeedTable output={output} />
      {coldStart && <p className="note">{coldStart.text}</p>}
      <EvidenceLadder evidence={evidence} basis={intervalBasis?.text} verify={verify} />
      {power && <EnergyView power={power} />}
      <ReferencesTable references={references} />
      <GroundsView grounds={output} />
    </>
  );
}
