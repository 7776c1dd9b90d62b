import { Fold } from "../tool-views/card.tsx";
import type { Catalog } from "./catalog.ts";
import { ChooseBoard } from "./choose-board.tsx";
import { CompareBoards } from "./compare-boards.tsx";
import { FindSystem } from "./find-system.tsx";
import type { Plan } from "./plan.ts";
import type { ChangePlan } from "./use-plan.ts";

type WhichBoardProps = { plan: Plan; catalog: Catalog; onChange: ChangePlan };

/** Three ways to a board: by comparing, by needs, and by trying everything. */
export function WhichBoard({ plan, catalog, onChange }: WhichBoardProps) {
  const ways = [
    ["Compare boards for this plan", <CompareBoards key="compare" plan={plan} onChange={onChange} />],
    [
      "Choose a board by needs",
      <ChooseBoard key="needs" plan={plan} catalog={catalog} onChange={onChange} />,
    ],
    ["Find the best system", <FindSystem key="system" plan={plan} onChange={onChange} />],
  ] as const;
  return (
    <section className="which-board" aria-labelledby="which-board-heading">
      <h2 id="which-board-heading">Which board?</h2>
      {ways.map(([name, way]) => (
        <Fold key={name} className="card folded" summary={<h3>{name}</h3>}>
          <div className="way">{way}</div>
        </Fold>
      ))}
    </section>
  );
}
