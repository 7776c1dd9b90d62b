import { type Guarded, isListOf, isNullOr, isNumber, isOneOf, isShape, isString } from "../guards.ts";
import { Bullets, Card, GroundsView, groundsShape } from "./card.tsx";
import { Figures } from "./figures.tsx";
import { isNearRuns, RunsTable } from "./measurements-view.tsx";
import { Table } from "./table.tsx";

/** Verdicts of a claim, each with the colour of the verdict on memory that is as good or bad. */
const colours = {
  consistent: "fits",
  unknown: "unknown",
  doubtful: "tight",
  implausible: "does-not-fit",
  impossible: "does-not-fit",
} as const;

const isClaimVerdict = isOneOf<keyof typeof colours>([
  "consistent",
  "unknown",
  "doubtful",
  "implausible",
  "impossible",
]);

export const isClaim = isShape({
  ...groundsShape,
  verdict: isClaimVerdict,
  claim: isString,
  reasons: isListOf(isShape({ message: isString, verdict: isClaimVerdict })),
  ratioToCeiling: isNullOr(isNumber),
  neighbours: isNearRuns,
  contradictions: isListOf(isShape({ message: isString })),
  resolved: isShape({}),
});

type Claim = Guarded<typeof isClaim>;
type ClaimVerdict = Guarded<typeof isClaimVerdict>;

function ClaimBadge({ verdict }: { verdict: ClaimVerdict }) {
  return <span className={`badge ${colours[verdict]}`}>{verdict}</span>;
}

/** What was claimed, of which board and model. */
function subjectOf({ resolved }: Claim): string {
  const named = (reference: unknown) =>
    typeof reference === "string"
      ? reference
      : isShape({ name: isString })(reference)
        ? reference.name
        : undefined;
  const fields = new Map(Object.entries(resolved));
  return [named(fields.get("model")), named(fields.get("device"))].filter(Boolean).join(" on ");
}

/** Whether a figure can be true: the arithmetic, the runs beside it, and who says otherwise. */
export function ClaimView({ output }: { output: Claim }) {
  const { verdict, claim, reasons, ratioToCeiling, neighbours, contradictions } = output;
  return (
    <Card title={`Claim: ${claim}`} badge={<ClaimBadge verdict={verdict} />} hint={subjectOf(output)}>
      {ratioToCeiling !== null && (
        <Figures figures={[["Share of the ceiling", `${(100 * ratioToCeiling).toFixed(0)} %`]]} />
      )}
      <Table
        caption="Why"
        columns={[{ name: "Verdict" }, { name: "Ground" }]}
        rows={reasons.map((reason) => [
          <ClaimBadge key="verdict" verdict={reason.verdict} />,
          reason.message,
        ])}
      />
      <RunsTable runs={neighbours} />
      {contradictions.length > 0 && <h4>Who says otherwise</h4>}
      <Bullets items={contradictions.map(({ message }) => message)} />
      <GroundsView grounds={output} />
    </Card>
  );
}
