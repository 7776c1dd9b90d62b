import { useState } from "react";
import type { RankBy } from "../../tools/sweep/ranking.ts";
import { Failure } from "../failure.tsx";
import { GroundsView } from "../tool-views/card.tsx";
import { Choice } from "./choice.tsx";
import type { Plan } from "./plan.ts";
import { isBoardSweep, isRanking, rankings } from "./sweep.ts";
import { SweepTable } from "./sweep-table.tsx";
import { toComparisonInput } from "./tool-inputs.ts";
import type { ChangePlan } from "./use-plan.ts";
import { useTool } from "./use-tool.ts";

type CompareBoardsProps = { plan: Plan; onChange: ChangePlan };

/** The plan's workloads on every board on sale. */
export function CompareBoards({ plan, onChange }: CompareBoardsProps) {
  const [rankBy, setRankBy] = useState<RankBy>("cheapest");
  const isEmpty = plan.loads.length === 0;
  const input = isEmpty ? undefined : { ...toComparisonInput(plan), rankBy };
  const { output, error, isLate, retry } = useTool("compare-devices", input, isBoardSweep);
  if (isEmpty) return <p className="note">Nothing runs on the board yet: add a workload.</p>;
  if (error) return <Failure error={error} onRetry={retry} />;
  return (
    <>
      <Choice
        label="What counts most"
        value={rankBy}
        options={rankings}
        onPick={(id) => isRanking(id) && setRankBy(id)}
      />
      {!output && <p className="note">Comparing …</p>}
      {output && (
        <div data-late={isLate}>
          <SweepTable
            caption="Every current module on sale in its highest power mode"
            order="best first"
            rows={output.rows}
            onTake={({ input: { device, powerMode } }) =>
              onChange(
                ({ powerMode: _, release, ...rest }) => ({
                  ...rest,
                  board: device,
                  ...(powerMode && { powerMode }),
                }),
                "step",
              )
            }
          />
          <GroundsView grounds={output} />
        </div>
      )}
    </>
  );
}
