import { isShape, isString } from "../guards.ts";
import { Bullets, Card, Fold, GroundsView } from "./card.tsx";
import type { Claim, ClaimVerdict } from "./claim.ts";
import { RunsTable } from "./measurements-view.tsx";

/** Verdicts of a claim, each with the colour of the verdict on memory that is as good or bad. */
const colours = {
  consistent: "fits",
  unknown: "unknown",
  doubtful: "tight",
  implausible: "does-not-fit",
  impossible: "does-not-fit",
} as const;

function ClaimBadge({ verdict }: { verdict: ClaimVerdict }) {
  return <span className={`badge ${colours[verdict]}`}>{verdict}</span>;
}

const isNamed = isShape({ name: isString });

/** What a figure was claimed of: the model and the board, by their names, or by id where an old answer has none. */
function subjectOf({ names, resolved: { model, device } }: Claim): string {
  const called = (reference: unknown) =>
    isNamed(reference) ? reference.name : isString(reference) && reference;
  const parts = [names?.model ?? called(model), names?.device ?? called(device)];
  return parts.filter(Boolean).join(" on ") || "The claim";
}

/** The arithmetic against or for a claim, and who says otherwise. */
function Reasons({ claim: { reasons, contradictions } }: { claim: Claim }) {
  return (
    <>
      <ul className="reasons">
        {reasons.map(({ verdict, message }) => (
          <li key={message}>
            <ClaimBadge verdict={verdict} /> {message}
          </li>
        ))}
      </ul>
      {contradictions.length > 0 && (
        <section>
          <h4>Who says otherwise</h4>
          <Bullets items={contradictions.map(({ message }) => message)} />
        </section>
      )}
    </>
  );
}

function Details({ claim }: { claim: Claim }) {
  return (
    <>
      <RunsTable runs={claim.neighbours} />
      <GroundsView grounds={claim} />
    </>
  );
}

/** Whether a figure can be true, of one board or of several: the arithmetic, the runs beside it, and who says otherwise. */
export function ClaimView({ claims }: { claims: readonly Claim[] }) {
  const [first, ...others] = claims;
  if (!first) return null;
  const isOfOne = others.length === 0;
  const isAgreed = others.every(({ verdict }) => verdict === first.verdict);
  return (
    <Card
      title={`Claim: ${first.claim}`}
      badge={isAgreed && <ClaimBadge verdict={first.verdict} />}
      details={
        isOfOne ? (
          <Details claim={first} />
        ) : (
          claims.map((claim) => (
            <Fold key={subjectOf(claim)} summary={subjectOf(claim)}>
              <div className="card-body">
                <Details claim={claim} />
              </div>
            </Fold>
          ))
        )
      }
    >
      {claims.map((claim) => (
        <section key={subjectOf(claim)}>
          <h4>
            {subjectOf(claim)} {!isAgreed && <ClaimBadge verdict={claim.verdict} />}
          </h4>
          <Reasons claim={claim} />
        </section>
      ))}
    </Card>
  );
}
