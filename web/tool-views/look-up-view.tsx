import { type Guarded, isListOf, isMissingOr, isNullOr, isShape, isString } from "../guards.ts";
import { Bullets, FoldedCard, GroundsView } from "./card.tsx";
import { groundsShape, titlesOf } from "./grounds.ts";
import { Table } from "./table.tsx";

export const isLookUp = isShape({
  ...groundsShape,
  kind: isNullOr(isString),
  id: isNullOr(isString),
  name: isNullOr(isString),
  candidates: isListOf(isString),
  thermal: isMissingOr(isListOf(isShape({ text: isString }))),
  resolved: isShape({ name: isString }),
  facts: isListOf(
    isShape({
      id: isString,
      label: isString,
      display: isString,
      basis: isShape({ source: isMissingOr(isString) }),
    }),
  ),
});

/** What the records say of one name, each figure with its source; or the records that share the name. */
export function LookUpView({ output }: { output: Guarded<typeof isLookUp> }) {
  const { kind, name, candidates, thermal = [], resolved, facts } = output;
  const titles = titlesOf(output);
  if (name === null)
    return (
      <FoldedCard title={`Record of ${resolved.name}`} hint={`one of ${candidates.length}`}>
        <Bullets items={candidates} />
      </FoldedCard>
    );
  return (
    <FoldedCard title={`Record of ${name}`} hint={kind ?? ""}>
      <Table
        caption="What is on record"
        columns={[{ name: "What" }, { name: "Value", isFigure: true }, { name: "Source" }]}
        rows={facts.map(({ label, display, basis: { source } }) => [
          label,
          display,
          source === undefined ? "computed" : (titles.get(source) ?? source),
        ])}
      />
      {thermal.length > 0 && <h4>Heat, cooling and supply</h4>}
      <Bullets items={thermal.map(({ text }) => text)} />
      <GroundsView grounds={output} />
    </FoldedCard>
  );
}
