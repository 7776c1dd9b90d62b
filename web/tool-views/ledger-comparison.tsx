import { isNumber, isString } from "../guards.ts";
import { Card, Fold } from "./card.tsx";
import { AskableFixes, Fixes, marginOf } from "./fixes.tsx";
import { LedgerBar } from "./ledger-bar.tsx";
import { PartLegend } from "./ledger-legend.tsx";
import { scaleOf, toSize } from "./ledger-segments.ts";
import { MemoryDetails } from "./memory-details.tsx";
import type { MemoryFit } from "./memory-fit.ts";
import { Blockers } from "./memory-fit-view.tsx";
import { nameRows, type RowFields } from "./row-names.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

type Named = { fit: MemoryFit; name: string };

/** What a plan is of, as far as plans of one answer may differ. */
function fieldsOf({ names, resolved }: MemoryFit): RowFields {
  const workloads = resolved?.workloads ?? [];
  const all = (field: string) => workloads.map((workload) => workload[field]);
  const context = all("contextTokens").filter(isNumber);
  return {
    board: names.device,
    workloads: names.workloads.join(" + "),
    format: all("quantization").filter(isString).join(" + "),
    runtime: all("runtime").filter(isString).join(" + "),
    context: context.length > 0 ? `${context.join(" + ")} tokens` : "",
    os: resolved?.os ?? "",
  };
}

function titleOf({ board, workloads }: RowFields): string {
  return ["Memory", ...(workloads ? [`for ${workloads}`] : []), ...(board ? [`on ${board}`] : [])].join(" ");
}

const fitting = new Set(["fits", "tight"]);

/** On which of them it runs, as the first thing that is read. */
function sumUp(rows: readonly Named[]): string {
  const found = rows.filter(({ fit }) => fitting.has(fit.verdict)).map(({ name }) => name);
  if (found.length === 0) return `None of the ${rows.length} fits.`;
  if (found.length === rows.length) return `All ${rows.length} fit.`;
  return `${found.length} of ${rows.length} ${found.length === 1 ? "fits" : "fit"}: ${found.join(", ")}.`;
}

function Row({ fit, name, scaleBytes }: Named & { scaleBytes: number }) {
  const { verdict, blockers, bytesNeeded, bytesAvailable } = fit;
  return (
    <li>
      <div className="row-head">
        <h4>
          {name} <VerdictBadge verdict={verdict} />
        </h4>
        <p className="note">
          {toSize(bytesNeeded)} of {toSize(bytesAvailable)}
          {verdict !== "unsupported" && (
            <>
              , <strong>{marginOf(fit)}</strong>
            </>
          )}
        </p>
      </div>
      <Blockers blockers={blockers} />
      <LedgerBar ledger={fit} scaleBytes={scaleBytes} hasLegend={false} />
    </li>
  );
}

/** What would help the plans that do not fit: open where that is one, else each behind its name. */
function FixesOfEach({ rows }: { rows: readonly Named[] }) {
  const helped = rows.filter(({ fit }) => fit.fixes.length > 0);
  const [first] = helped;
  if (first && helped.length === 1) return <Fixes fixes={first.fit.fixes} about={first.name} />;
  if (!first) return null;
  return (
    <div>
      {helped.map(({ fit, name }) => (
        <Fold key={name} summary={`What would help: ${name}`}>
          <AskableFixes fixes={fit.fixes} />
        </Fold>
      ))}
    </div>
  );
}

/** Several plans, on several boards or of several models, their ledgers one below the other on one scale. */
export function LedgerComparison({ fits }: { fits: readonly MemoryFit[] }) {
  const scaleBytes = scaleOf(fits);
  const { names, common } = nameRows(fits.map(fieldsOf));
  const rows = fits.map((fit, index) => ({ fit, name: names[index] ?? "" }));
  return (
    <Card
      title={titleOf(common)}
      details={rows.map(({ fit, name }) => (
        <Fold key={name} summary={name}>
          <div className="card-body">
            <MemoryDetails fit={fit} />
          </div>
        </Fold>
      ))}
    >
      <p className="lead">{sumUp(rows)}</p>
      <ul className="ledgers">
        {rows.map(({ fit, name }) => (
          <Row key={name} fit={fit} name={name} scaleBytes={scaleBytes} />
        ))}
      </ul>
      <PartLegend ledgers={fits} />
      <FixesOfEach rows={rows} />
    </Card>
  );
}
