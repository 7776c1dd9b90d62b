import { html } from "hono/html";
import { type CaseResult, errorOf } from "../outcome.ts";
import type { Appendix } from "./appendix.ts";
import { caseView } from "./case-view.ts";
import type { Markup } from "./markup.ts";

/** What went wrong comes first. */
const order: readonly CaseResult["outcome"][] = ["failed", "error", "flaky", "passed"];

/** Cases that end up in each part of the list; one with an error in any trial counts among the errors too. */
function counts(cases: readonly CaseResult[]): [value: string, label: string, count: number][] {
  const count = (outcome: CaseResult["outcome"]) => cases.filter((one) => one.outcome === outcome).length;
  const withErrors = cases.filter(({ trials }) => trials.some(errorOf)).length;
  return [
    ["all", "All", cases.length],
    ["failed", "Failed", count("failed")],
    ["flaky", "Flaky", count("flaky")],
    ["error", "Errors", withErrors],
    ["passed", "Passed", count("passed")],
  ];
}

function choice(label: string, name: string, all: string, values: readonly string[]): Markup {
  const options = values.map((value) => html`<option value="${value}">${value}</option>`);
  return html`<label>${label} <select name="${name}"><option value="">${all}</option>${options}</select></label>`;
}

function filterForm(
  cases: readonly CaseResult[],
  scorers: readonly string[],
  tags: readonly string[],
): Markup {
  const outcomes = counts(cases).map(
    ([value, label, count], index) =>
      html`<label><input type="radio" name="outcome" value="${value}"${index === 0 && html` checked`}><span>${label} <b>${count}</b></span></label>`,
  );
  return html`<form id="filter" hidden role="search">
<fieldset class="outcomes"><legend>Outcome</legend>${outcomes}</fieldset>
${choice("Fails", "scorer", "any or no scorer", scorers)}
${choice("Tag", "tag", "any tag", tags)}
<label class="search">Search <input type="search" name="search" placeholder="id or question" aria-keyshortcuts="/"></label>
<button type="button" id="open-shown">Open all shown</button>
<button type="reset">Reset</button>
<output id="shown" aria-live="polite"></output>
</form>`;
}

/** All cases with the means to look through them. */
export function caseList(
  cases: readonly CaseResult[],
  scorers: readonly string[],
  appendix: Appendix,
): Markup {
  const tags = [...new Set(cases.flatMap((one) => one.tags))].sort();
  const sorted = cases.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return html`<section id="cases"><h2>Cases</h2>
${filterForm(cases, scorers, tags)}
<p class="quiet">In an answer, <span class="claim verified">verified</span> is borne out by a tool or a source, <span class="claim given">given</span> stands in the question, <span class="claim unverified">unverified</span> is borne out by neither. Point at one, or move to it with Tab, to see what it rests on.</p>
<div id="list">${sorted.map((one) => caseView(one, appendix))}</div>
</section>`;
}
