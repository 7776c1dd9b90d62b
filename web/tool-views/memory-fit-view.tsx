import { formatGigabytes } from "../format.ts";
import { type Guarded, isListOf, isMissingOr, isNullOr, isNumber, isShape, isString } from "../guards.ts";
import { Bullets, Card, GroundsView, groundsShape } from "./card.tsx";
import { Figures } from "./figures.tsx";
import { Table } from "./table.tsx";
import { isVerdict, VerdictBadge } from "./verdict-badge.tsx";

export const isMemoryFit = isShape({
  ...groundsShape,
  verdict: isVerdict,
  blockers: isListOf(isShape({ message: isString })),
  bytesNeeded: isNumber,
  bytesAvailable: isNumber,
  headroomBytes: isNumber,
  lines: isListOf(isShape({ workload: isNullOr(isNumber), part: isString, bytes: isNumber })),
  fixes: isListOf(isShape({ change: isString, verdict: isVerdict, headroomBytes: isNumber })),
  commands: isMissingOr(isListOf(isShape({ command: isString, notes: isListOf(isString) }))),
  pitfalls: isMissingOr(isListOf(isShape({ text: isString }))),
  ruleOfThumb: isMissingOr(isNullOr(isShape({ text: isString }))),
  names: isShape({ device: isString, workloads: isListOf(isString) }),
});

type MemoryFit = Guarded<typeof isMemoryFit>;

const partNames = new Map([
  ["weights", "Weights"],
  ["host", "Weights outside the GPU's share"],
  ["kv-cache", "KV cache"],
  ["state", "Recurrent state"],
  ["draft", "Draft model"],
  ["compute", "Compute buffers"],
  ["vision", "Vision encoder"],
  ["runtime", "Runtime and its libraries"],
  ["streams", "Camera streams"],
  ["cache", "Growth of prompt and page cache"],
  ["os", "Operating system"],
  ["reserve", "Reserve"],
]);

function FixesTable({ fixes }: Pick<MemoryFit, "fixes">) {
  if (fixes.length === 0) return null;
  const rows = fixes.map(({ change, verdict, headroomBytes }) => [
    change,
    <VerdictBadge key="verdict" verdict={verdict} />,
    formatGigabytes(headroomBytes),
  ]);
  return (
    <Table
      caption="What would help, smallest change first"
      columns={[{ name: "Change" }, { name: "Then" }, { name: "Headroom, GB", isFigure: true }]}
      rows={rows}
    />
  );
}

function LedgerTable({ lines, names, bytesNeeded }: Pick<MemoryFit, "lines" | "names" | "bytesNeeded">) {
  const owner = (workload: number | null) =>
    workload === null ? "board" : (names.workloads[workload] ?? "unnamed");
  return (
    <Table
      caption="Where the memory goes"
      columns={[{ name: "Part" }, { name: "For" }, { name: "GB", isFigure: true }]}
      rows={lines.map(({ part, workload, bytes }) => [
        partNames.get(part) ?? part,
        owner(workload),
        formatGigabytes(bytes),
      ])}
      total={["Needed", "", formatGigabytes(bytesNeeded)]}
    />
  );
}

/** What starts each workload, and how such plans have failed. */
function RunningIt({ commands = [], pitfalls = [] }: Pick<MemoryFit, "commands" | "pitfalls">) {
  return (
    <>
      {commands.map(({ command, notes }) => (
        <p className="note" key={command}>
          <code>{command}</code>
          {notes.length > 0 && ` (${notes.join("; ")})`}
        </p>
      ))}
      {pitfalls.length > 0 && <Bullets items={pitfalls.map(({ text }) => text)} />}
    </>
  );
}

/** Whether a plan fits a board: verdict, the ledger behind it, and what would help. */
export function MemoryFitView({ output }: { output: MemoryFit }) {
  const { verdict, blockers, bytesNeeded, bytesAvailable, headroomBytes, ruleOfThumb, names } = output;
  const margin = `${formatGigabytes(Math.abs(headroomBytes))} GB`;
  return (
    <Card
      title={`Memory on ${names.device}`}
      badge={<VerdictBadge verdict={verdict} />}
      hint={`${formatGigabytes(bytesNeeded)} of ${formatGigabytes(bytesAvailable)} GB`}
    >
      {blockers.length > 0 && <Bullets items={blockers.map(({ message }) => message)} />}
      <Figures
        figures={[
          ["Needed", `${formatGigabytes(bytesNeeded)} GB`],
          ["Available", `${formatGigabytes(bytesAvailable)} GB`],
          headroomBytes < 0 ? ["Short by", margin] : ["Headroom", margin],
        ]}
      />
      <LedgerTable lines={output.lines} names={names} bytesNeeded={bytesNeeded} />
      <FixesTable fixes={output.fixes} />
      {verdict !== "does-not-fit" && <RunningIt commands={output.commands} pitfalls={output.pitfalls} />}
      {ruleOfThumb && <p className="note">Rule of thumb, for comparison: {ruleOfThumb.text}.</p>}
      <GroundsView grounds={output} />
    </Card>
  );
}
