import { type Guarded, isListOf, isMissingOr, isShape, isString } from "../guards.ts";
import { Bullets, Card, GroundsView, groundsShape } from "./card.tsx";
import { Figures } from "./figures.tsx";
import { Table } from "./table.tsx";

export const isDecision = isShape({
  ...groundsShape,
  platform: isString,
  alternatives: isListOf(isString),
  path: isListOf(isShape({ rule: isString, question: isString, answer: isString })),
  runtime: isMissingOr(isShape({ choice: isString, because: isString })),
  caveats: isListOf(isString),
});

type Decision = Guarded<typeof isDecision>;

/** Which board to take: where the rules lead, how they lead there, and what has to be said with it. */
export function DecisionView({ output }: { output: Decision }) {
  const { platform, alternatives, path, runtime, caveats } = output;
  const last = path.at(-1);
  return (
    <Card title={`Board: ${platform}`} hint={last?.question ?? ""}>
      <Figures
        figures={[
          ["Alternatives", alternatives.join(", ") || "none"],
          ...(runtime ? [["Runtime", runtime.choice] as const] : []),
        ]}
      />
      {last && (
        <p>
          {last.question} {last.answer}
        </p>
      )}
      {runtime && (
        <p>
          {runtime.choice}: {runtime.because}
        </p>
      )}
      {caveats.length > 0 && <h4>Caveats</h4>}
      <Bullets items={caveats} />
      <details>
        <summary>The way there: {path.length} rules asked</summary>
        <Table
          caption="Rules, in the order in which they were asked"
          columns={[{ name: "Question" }, { name: "Answer" }]}
          rows={path.map(({ question, answer }) => [question, answer])}
        />
      </details>
      <GroundsView grounds={output} />
    </Card>
  );
}
