import { capital, formatCount } from "../format.ts";
import { type Guarded, isListOf, isMissingOr, isRecord, isShape, isString } from "../guards.ts";
import { Bullets, Card, Fold, FoldedCard, GroundsView } from "./card.tsx";
import { Figures } from "./figures.tsx";
import { type Grounds, groundsShape, titlesOf } from "./grounds.ts";

const isStep = isShape({
  rule: isString,
  question: isString,
  answer: isString,
  sources: isMissingOr(isListOf(isString)),
});

export const isDecision = isShape({
  ...groundsShape,
  platform: isString,
  alternatives: isListOf(isString),
  names: isMissingOr(isRecord),
  path: isListOf(isStep),
  runtime: isMissingOr(isShape({ choice: isString, because: isString })),
  caveats: isListOf(isString),
  facts: isMissingOr(isListOf(isShape({ id: isString, display: isString }))),
});

type Decision = Guarded<typeof isDecision>;
type Step = Guarded<typeof isStep>;

/** A board as people name it. */
function nameOf(id: string, { names = {} }: Decision): string {
  const name = names[id];
  return typeof name === "string" ? name : id;
}

/** The newest price of a board with its kind and day: the first that the result cites. */
function priceOf(id: string, { facts = [] }: Decision): string | undefined {
  return facts.find((fact) => fact.id.startsWith(`price.${id}.`))?.display;
}

/** A question that was asked and its answer; the last one decided. */
function StepView({ step, isDeciding, grounds }: { step: Step; isDeciding: boolean; grounds: Grounds }) {
  const { question, answer, sources = [] } = step;
  const titles = titlesOf(grounds);
  return (
    <li className={isDeciding ? "deciding" : undefined}>
      <p>{question}</p>
      <p className="answered">{capital(answer)}.</p>
      {isDeciding && sources.length > 0 && (
        <p className="note">Source: {sources.map((id) => titles.get(id) ?? id).join("; ")}</p>
      )}
    </li>
  );
}

/** How the rules led to the board: the questions before the deciding one are folded. */
function Path({ output }: { output: Decision }) {
  const last = output.path.at(-1);
  const before = output.path.slice(0, -1);
  if (!last) return null;
  return (
    <section>
      <h4>Why</h4>
      <ul className="path">
        <StepView step={last} isDeciding={true} grounds={output} />
      </ul>
      {before.length > 0 && (
        <Fold summary={`${formatCount(before.length, "question")} asked before it`}>
          <ol className="path">
            {before.map((step) => (
              <StepView key={step.rule} step={step} isDeciding={false} grounds={output} />
            ))}
          </ol>
        </Fold>
      )}
    </section>
  );
}

function Alternatives({ output }: { output: Decision }) {
  if (output.alternatives.length === 0) return null;
  return (
    <section>
      <h4>Otherwise</h4>
      <ul className="alternatives">
        {output.alternatives.map((id) => (
          <li key={id}>
            {nameOf(id, output)} <span className="note">{priceOf(id, output)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decided({ output }: { output: Decision }) {
  const { platform, runtime, caveats } = output;
  return (
    <>
      <Figures
        figures={[
          ["Newest price on record", priceOf(platform, output) ?? "unknown"],
          ...(runtime ? [["Runtime", runtime.choice] as const] : []),
        ]}
      />
      <Path output={output} />
      {runtime && (
        <p className="note">
          {runtime.choice}: {runtime.because}
        </p>
      )}
      <Alternatives output={output} />
      {caveats.length > 0 && (
        <Fold summary={formatCount(caveats.length, "caveat")}>
          <Bullets items={caveats} />
        </Fold>
      )}
    </>
  );
}

/**
 * Which board to take: where the rules lead, how they lead there, and what has to be said with it. Beside a verdict on
 * the board that was asked about it is an aside, and folded.
 */
export function DecisionView({ output, isAside }: { output: Decision; isAside: boolean }) {
  const board = nameOf(output.platform, output);
  if (isAside)
    return (
      <FoldedCard title="The documents' choice of a board" hint={board}>
        <Decided output={output} />
        <GroundsView grounds={output} />
      </FoldedCard>
    );
  return (
    <Card title={`Board: ${board}`} details={<GroundsView grounds={output} />}>
      <Decided output={output} />
    </Card>
  );
}
