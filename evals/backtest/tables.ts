import { markdownTable } from "../markdown-table.ts";
import type { Outcome } from "./hold-out.ts";
import type { Bar, Prepared } from "./quantity.ts";
import { type Summary, summarise } from "./statistics.ts";

/** The relative error of a prediction; what lies within the printed rounding is none. */
export function relativeError(expected: number, measured: number, rounding = 0): number {
  const difference = expected - measured;
  const beyond = Math.max(0, Math.abs(difference) - rounding);
  return (Math.sign(difference) * beyond) / measured;
}

const percent = (share: number | undefined) => (share === undefined ? "–" : `${(100 * share).toFixed(1)} %`);
/** The outcomes of a quantity that the tools had an estimate for, with their errors. */
export function errorsOf(
  outcomes: readonly Outcome[],
): { outcome: Outcome; expected: number; error: number }[] {
  return outcomes.flatMap((outcome) => {
    const { own, estimated } = outcome;
    if (!estimated) return [];
    const error = relativeError(estimated.expected, own.measured, own.rounding);
    return [{ outcome, expected: estimated.expected, error }];
  });
}

/** True where a bar is kept. */
export function isKept(
  { medianError, p90Error, p95Error, everyError }: Bar,
  errors: readonly number[],
): boolean {
  const summary = summarise(errors);
  if (!summary) return false;
  return (
    summary.medianError <= medianError &&
    summary.p90Error <= (p90Error ?? Number.POSITIVE_INFINITY) &&
    summary.p95Error <= (p95Error ?? Number.POSITIVE_INFINITY) &&
    Math.max(...errors.map(Math.abs)) <= (everyError ?? Number.POSITIVE_INFINITY)
  );
}

function barText({ medianError, p90Error, p95Error, everyError }: Bar): string {
  if (everyError !== undefined) return `every ≤ ${percent(everyError)}`;
  const parts = [`median ≤ ${percent(medianError)}`];
  if (p90Error !== undefined) parts.push(`p90 ≤ ${percent(p90Error)}`);
  if (p95Error !== undefined) parts.push(`p95 ≤ ${percent(p95Error)}`);
  return parts.join(", ");
}

/** Share of measurements that lie in the interval of their estimate; undefined where none has one. */
export function coverage(outcomes: readonly Outcome[]): { count: number; share: number } | undefined {
  const held = outcomes.flatMap(({ own, estimated }) => {
    const { low, high } = estimated ?? {};
    return low === undefined || high === undefined ? [] : [own.measured >= low && own.measured <= high];
  });
  if (held.length === 0) return undefined;
  return { count: held.length, share: held.filter(Boolean).length / held.length };
}

function summaryRow({ quantity }: Prepared, outcomes: readonly Outcome[]): string[] {
  const errors = errorsOf(outcomes).map(({ error }) => error);
  const summary: Partial<Summary> = summarise(errors) ?? {};
  const verdict = !quantity.bar ? "–" : isKept(quantity.bar, errors) ? "kept" : "**missed**";
  return [
    quantity.title,
    String(errors.length),
    percent(summary.medianError),
    percent(summary.p90Error),
    percent(summary.p95Error),
    percent(summary.bias),
    percent(coverage(outcomes)?.share),
    quantity.bar ? barText(quantity.bar) : "–",
    verdict,
  ];
}

/** One row a quantity: how far left-out cases were off. */
export function summaryTable(prepared: readonly Prepared[], outcomes: readonly Outcome[]): string {
  const head = ["quantity", "n", "median", "p90", "p95", "bias", "in the 90 % interval", "bar", ""];
  const of = (id: string) => outcomes.filter(({ quantity }) => quantity === id);
  return markdownTable(
    head,
    prepared.map((each) => summaryRow(each, of(each.quantity.id))),
  );
}

/** How many times as far off the other is; errors below a hundredth of a per cent are none. */
export function ratioText(theirs: number, ours: number): string {
  const least = 1e-4;
  if (theirs < least && ours < least) return "tie";
  return ours < least ? `> ${(theirs / least).toFixed(0)}×` : `${(theirs / ours).toFixed(1)}×`;
}

/** One row a peer and quantity, on the same cases: its error, ours there, and the ratio. */
export function peerTable(prepared: readonly Prepared[], outcomes: readonly Outcome[]): string {
  const rows = prepared.flatMap(({ quantity }) => {
    const own = outcomes.filter((outcome) => outcome.quantity === quantity.id);
    const names = [...new Set(own.flatMap(({ peers }) => Object.keys(peers)))];
    return names.flatMap((name) => {
      const shared = errorsOf(own).flatMap(({ outcome, error }) => {
        const said = outcome.peers[name];
        if (said === null || said === undefined) return [];
        return [{ ours: error, theirs: relativeError(said, outcome.own.measured, outcome.own.rounding) }];
      });
      const theirs = summarise(shared.map((pair) => pair.theirs));
      const ours = summarise(shared.map((pair) => pair.ours));
      if (!theirs || !ours) return [];
      return [
        [
          quantity.title,
          name,
          String(ours.count),
          percent(theirs.medianError),
          percent(ours.medianError),
          ratioText(theirs.medianError, ours.medianError),
          percent(theirs.p90Error),
          percent(ours.p90Error),
        ],
      ];
    });
  });
  return markdownTable(
    ["quantity", "formula", "n", "its median error", "ours", "ratio", "its p90", "ours"],
    rows,
  );
}

/** Errors below this need no explanation. */
const rightEnough = 0.01;

/** The five estimates of each quantity that were furthest off, and why where that is known. */
export function worstTable(
  prepared: readonly Prepared[],
  outcomes: readonly Outcome[],
  explanations: Readonly<Record<string, string>>,
): string {
  const rows = prepared.flatMap(({ quantity }) =>
    errorsOf(outcomes.filter((outcome) => outcome.quantity === quantity.id))
      .filter(({ error }) => Math.abs(error) > rightEnough)
      .sort((a, b) => Math.abs(b.error) - Math.abs(a.error))
      .slice(0, 5)
      .map(({ outcome: { own }, expected, error }) => [
        quantity.title,
        own.id,
        own.label,
        own.measured.toPrecision(4),
        expected.toPrecision(4),
        percent(error),
        explanations[own.id] ?? "not known",
      ]),
  );
  return markdownTable(["quantity", "run", "configuration", "measured", "estimated", "error", "why"], rows);
}

/** Estimates above what physics allows; there must be none. */
export function aboveCeiling(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(
    ({ estimated }) =>
      estimated?.ceiling !== undefined &&
      Math.max(estimated.expected, estimated.high ?? 0) > estimated.ceiling * (1 + 1e-9),
  );
}
