import { Command } from "./command.tsx";

/** From the best evidence to none, and what each means to a reader. */
const rungs = [
  ["measured-here", "measured on this board in this configuration"],
  ["measured-module", "measured on this module in this configuration"],
  ["calibrated", "computed, and fitted to measured runs of the same engine"],
  ["formula", "computed from bandwidth and bytes alone"],
  ["benchmark-required", "not known: measure it"],
] as const;

/** What a rung of the ladder means; a rung that the page does not know speaks for itself. */
export function meaningOf(evidence: string): string {
  return rungs.find(([rung]) => rung === evidence)?.[1] ?? evidence.replaceAll("-", " ");
}

type EvidenceLadderProps = { evidence: string; basis: string | undefined; verify: string | null | undefined };

/** On which rung of the ladder of evidence a speed stands, what its interval rests on, and how to climb. */
export function EvidenceLadder({ evidence, basis, verify }: EvidenceLadderProps) {
  return (
    <section>
      <h4>Evidence</h4>
      <ol className="ladder">
        {rungs.map(([rung, meaning]) => (
          <li key={rung} aria-current={rung === evidence ? "step" : undefined}>
            {rung.replaceAll("-", " ")}
            {rung === evidence && <span className="note">: {meaning}</span>}
          </li>
        ))}
      </ol>
      {basis && <p className="note">{basis}.</p>}
      {verify && (
        <>
          <p className="note">Measure it:</p>
          <Command text={verify} />
        </>
      )}
    </section>
  );
}
