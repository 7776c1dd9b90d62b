import { html } from "hono/html";
import type { Trial } from "../../trial.ts";
import { type CaseResult, errorOf, failuresOf, isScored } from "../outcome.ts";
import type { Appendix } from "./appendix.ts";
import type { Markup } from "./markup.ts";
import { traceView } from "./trace-view.ts";

/** Trials that went the same way but for the time they took, so that the page shows them once. */
function alike(trials: readonly Trial[]): Trial[][] {
  const what = (trial: Trial) =>
    JSON.stringify(trial.status === "scored" ? [trial.scores, trial.trace] : trial.error);
  return [...Map.groupBy(trials, what).values()];
}

function trialView(trials: readonly Trial[], appendix: Appendix): Markup {
  const [trial] = trials;
  if (!trial) return html``;
  const error = errorOf(trial);
  if (error) return html`<p class="error"><b>${error.code}</b> ${error.message}</p>`;
  return isScored(trial) ? traceView(trial, appendix) : html``;
}

function trialHead(trials: readonly Trial[]): Markup {
  const numbers = trials.map(({ trial }) => trial).join(", ");
  return html`<h3>${trials.length > 1 ? "Trials" : "Trial"} ${numbers}${trials.length > 1 && ", all alike"}</h3>`;
}

const words = { passed: "passed", failed: "failed", flaky: "flaky", error: "error" };

/** The question that is scored, which all of its trials share. */
function questionOf({ scored }: CaseResult): string {
  return scored[0]?.trace.turns.at(-1) ?? "";
}

/** Scorers that any trial of the case failed. */
export function failedScorers({ scored }: CaseResult): string[] {
  return [...new Set(scored.flatMap((trial) => failuresOf(trial).map(({ scorer }) => scorer)))];
}

/** One case, opened to its trials. */
export function caseView(one: CaseResult, appendix: Appendix): Markup {
  const { id, tags, trials, outcome, passed, scored } = one;
  const failed = failedScorers(one);
  const groups = alike(trials);
  const count = trials.length > 1 && outcome !== "error" ? ` ${passed}/${scored.length}` : "";
  const views = groups.map(
    (group) => html`<article>${trials.length > 1 && trialHead(group)}${trialView(group, appendix)}</article>`,
  );
  return html`<details class="case" id="case-${id}" data-outcome="${outcome}" data-error="${String(trials.length > scored.length)}" data-failed="${failed.join(" ")}" data-tags="${tags.join(" ")}">
<summary><span class="badge ${outcome}">${words[outcome]}${count}</span> <span class="id">${id}</span> <span class="question">${questionOf(one)}</span>${failed.map((scorer) => html` <span class="chip">${scorer}</span>`)}</summary>
<p class="quiet">${tags.join(", ")} <a href="#case-${id}">link to this case</a></p>
${views}
</details>
`;
}
