import { formatCount } from "../format.ts";
import { type Guarded, isListOf, isMissingOr, isRecord, isShape, isString } from "../guards.ts";
import { Card, Fold, GroundsView } from "./card.tsx";
import { CodeText } from "./code-text.tsx";
import { groundsShape, titlesOf } from "./grounds.ts";

const isCause = isShape({
  id: isString,
  cause: isString,
  check: isString,
  fix: isString,
  confidence: isString,
  source: isListOf(isString),
});

export const isTroubleshooting = isShape({
  ...groundsShape,
  causes: isListOf(isCause),
  resolved: isMissingOr(isRecord),
});

type Troubleshooting = Guarded<typeof isTroubleshooting>;
type Cause = Guarded<typeof isCause>;

/** How to see whether it is this, and what to do then. */
function Cure({
  cause: { check, fix, confidence, source },
  titles,
}: {
  cause: Cause;
  titles: ReadonlyMap<string, string>;
}) {
  return (
    <dl className="cure">
      <div>
        <dt>Check</dt>
        <dd>
          <CodeText text={check} />
        </dd>
      </div>
      <div>
        <dt>Cure</dt>
        <dd>
          <CodeText text={fix} />
        </dd>
      </div>
      <div>
        <dt>Known from</dt>
        <dd className="note">
          {source.map((id) => titles.get(id) ?? id).join("; ")} ({confidence} confidence)
        </dd>
      </div>
    </dl>
  );
}

/** What is likely behind a trouble: the likeliest cause with its check and cure, the others behind their names. */
export function TroubleshootView({ output }: { output: Troubleshooting }) {
  const [likeliest, ...others] = output.causes;
  const titles = titlesOf(output);
  if (!likeliest)
    return (
      <Card title="Likely causes" details={<GroundsView grounds={output} />}>
        <p>No cause on record explains this.</p>
      </Card>
    );
  return (
    <Card title="Likeliest cause" details={<GroundsView grounds={output} />}>
      <p className="lead">
        <CodeText text={likeliest.cause} />
      </p>
      <Cure cause={likeliest} titles={titles} />
      {others.length > 0 && (
        <section>
          <h4>If it is not that: {formatCount(others.length, "further cause")}</h4>
          {others.map((cause) => (
            <Fold key={cause.id} summary={cause.cause}>
              <Cure cause={cause} titles={titles} />
            </Fold>
          ))}
        </section>
      )}
    </Card>
  );
}
