import junit, { type Builder, type TestCase } from "junit-report-builder";
import type { Run, Trial } from "../trial.ts";
import { formatFailure } from "./failures.ts";
import { caseResults, errorOf, failuresOf, isScored } from "./outcome.ts";
import { subjectOf } from "./sentences.ts";

declare module "junit-report-builder" {
  /** Its types promise a default export, but a CommonJS module that is imported is the builder itself. */
  export function newBuilder(): Builder;
}

/** XML 1.0 has no half characters and hardly any control characters, not even escaped ones. */
const toXmlText = (text: string) =>
  text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\uFFFD");

function fill(testCase: TestCase, trial: Trial): void {
  const error = errorOf(trial);
  if (error) {
    testCase.error(toXmlText(error.message), toXmlText(error.code));
    return;
  }
  if (!isScored(trial)) return;
  testCase.time(trial.metrics.durationMs / 1000);
  const failures = failuresOf(trial);
  if (failures.length === 0) return;
  testCase.failure(
    toXmlText(failures.map(formatFailure).join("\n")),
    failures.map(({ scorer }) => scorer).join(" "),
  );
  const { turns, answer } = trial.trace;
  testCase.standardOutput(toXmlText(`${turns.join("\n")}\n\n${answer}`));
}

/** A run as JUnit XML: a suite for each file of cases, a test for each trial. */
export function formatJUnit(run: Run): string {
  const builder = junit.newBuilder().name(toXmlText(`evals: ${subjectOf(run.header)}`));
  const byFile = Map.groupBy(caseResults(run), ({ id }) => id.split("/")[0] ?? id);
  for (const [file, cases] of byFile) {
    const suite = builder.testSuite().name(toXmlText(file));
    for (const { id, trials } of cases)
      for (const trial of trials) {
        const name = run.header.trials > 1 ? `${id} #${trial.trial}` : id;
        const testCase = suite
          .testCase()
          .className(toXmlText(`evals.${file}`))
          .name(toXmlText(name));
        fill(testCase, trial);
      }
  }
  return builder.build();
}
