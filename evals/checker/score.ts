import { type CheckReport, checkText } from "../../server/check/check.ts";
import type { Case } from "./corpus.ts";

/** How the checker did on one case. */
export type Scored = {
  item: Case;
  report: CheckReport;
  /** For a wrong text: whether something wrong in it was found. */
  isCaught: boolean;
  /** Claims of a right text, and those of them that were called unverified. */
  claims: number;
  falseAlarms: number;
};

/** A wrong claim is found when something in its sentence is called unverified. */
function isFound(text: string, { unverified }: CheckReport, wrong: Case["wrong"]): boolean {
  return unverified.some((claim) =>
    wrong.some(({ start, end }) => {
      const from = text.lastIndexOf("\n", start) + 1;
      const stop = text.indexOf("\n", end);
      return claim.start >= from && claim.start < (stop < 0 ? text.length : stop);
    }),
  );
}

/** Checks a case. */
export function scoreCase(item: Case): Scored {
  const report = checkText(item.text, item.evidence);
  const claims = report.verified.length + report.given.length + report.unverified.length;
  return {
    item,
    report,
    isCaught: item.isWrong && isFound(item.text, report, item.wrong),
    claims: item.isWrong ? 0 : claims,
    falseAlarms: item.isWrong ? 0 : report.unverified.length,
  };
}
