import { Failure } from "../failure.tsx";
import { ShownText } from "../shown-text.tsx";
import { BoardFields } from "./board-fields.tsx";
import { type Catalog, useCatalog } from "./catalog.ts";
import { isFit } from "./fit.ts";
import { Loads } from "./loads.tsx";
import { PlanDetails, PlanSummary } from "./plan-result.tsx";
import { SharePlan } from "./share-plan.tsx";
import { toMemoryFitInput } from "./tool-inputs.ts";
import { usePlan } from "./use-plan.ts";
import { useTool } from "./use-tool.ts";
import { WhichBoard } from "./which-board.tsx";

function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <div className="degraded unread" role="status">
      <p>Not all of this address could be read:</p>
      <ul>
        {notes.map((note) => (
          <li key={note}>
            <ShownText text={note} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Planner({ catalog }: { catalog: Catalog }) {
  const { plan, notes, change } = usePlan(catalog);
  const live = useTool("memory-fit", toMemoryFitInput(plan), isFit, { isUrgent: true });
  return (
    <>
      <Notes notes={notes} />
      <div className="planner">
        <div className="planner-controls">
          <BoardFields plan={plan} catalog={catalog} onChange={change} />
          <Loads plan={plan} catalog={catalog} fit={live.output} onChange={change} />
        </div>
        <section className="planner-result" aria-label="Does it fit?">
          <div className="planner-summary">
            <PlanSummary live={live} isEmpty={plan.loads.length === 0} />
          </div>
          <div className="planner-details">
            <PlanDetails live={live} onChange={change} />
            <SharePlan plan={plan} />
          </div>
        </section>
      </div>
      <WhichBoard plan={plan} catalog={catalog} onChange={change} />
    </>
  );
}

/** The tools without words: a board, what runs on it, and whether and how fast it does. */
export function PlannerView() {
  const { catalog, error, retry } = useCatalog();
  return (
    <>
      <h1>Planner</h1>
      {error && <Failure error={error} onRetry={retry} />}
      {!catalog && !error && <p className="note">Fetching the boards and models …</p>}
      {catalog && <Planner catalog={catalog} />}
    </>
  );
}
