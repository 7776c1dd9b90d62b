import type { Assumption } from "../../knowledge/evidence-schema.ts";
import type { Group, Outcome } from "./hold-out.ts";
import { conformalWidth } from "./statistics.ts";

/** The share of new cases that an interval is to hold. */
const wanted = 0.9;

type Scored = { outcome: Outcome; interval: string; ratio: number };

function scored(outcomes: readonly Outcome[]): Scored[] {
  return outcomes.flatMap((outcome) => {
    const { estimated, own } = outcome;
    if (!estimated?.interval || estimated.expected <= 0) return [];
    return [{ outcome, interval: estimated.interval, ratio: estimated.expected / own.measured }];
  });
}

const widthOf = (members: readonly Scored[]) =>
  conformalWidth(
    members.map(({ ratio }) => ratio),
    wanted,
  );

/**
 * Half-widths by evidence class: a speed seen before by what other sources measured, any other by what the
 * fit without its model said. `isMeasured` names the classes that rest on measurements.
 */
export function fitIntervals(
  outcomes: Readonly<Record<Group, readonly Outcome[]>>,
  isMeasured: (interval: string) => boolean,
): Record<string, Assumption> {
  const members = [
    ...scored(outcomes.model).filter(({ interval }) => !isMeasured(interval)),
    ...scored(outcomes.source).filter(({ interval }) => isMeasured(interval)),
  ];
  const classes = [...Map.groupBy(members, ({ interval }) => interval)];
  return Object.fromEntries(
    classes.map(([interval, own]): [string, Assumption] => [
      interval,
      {
        value: Number((widthOf(own) ?? 0).toPrecision(3)),
        meaning:
          "half-width of the 90 % interval, from left-out runs: an estimate ÷ (1 + width) to × (1 + width)",
        source: ["own-fit"],
        confidence: own.length >= 20 ? "medium" : "low",
        sampleSize: own.length,
        fittedOn: own.map(({ outcome }) => outcome.own.id),
      },
    ]),
  );
}

/** The same outcomes with intervals that were drawn without their own group: what a new case would have met. */
export function withLeftOutIntervals(outcomes: readonly Outcome[], group: Group): Outcome[] {
  const all = scored(outcomes);
  const members = new Map(all.map((each) => [each.outcome, each]));
  return outcomes.map((outcome) => {
    const { estimated, own } = outcome;
    const interval = members.get(outcome)?.interval;
    if (!estimated || interval === undefined) return outcome;
    const others = all.filter((each) => each.interval === interval && each.outcome.own[group] !== own[group]);
    const width = widthOf(others);
    if (width === undefined) return outcome;
    const { expected, ceiling = Number.POSITIVE_INFINITY } = estimated;
    const range = { low: expected / (1 + width), high: Math.min(expected * (1 + width), ceiling) };
    return { ...outcome, estimated: { ...estimated, ...range } };
  });
}
