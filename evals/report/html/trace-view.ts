import { html } from "hono/html";
import type { Score, Trace } from "../../trial.ts";
import { formatCount, formatDuration } from "../figures.ts";
import type { ScoredTrial } from "../outcome.ts";
import { answerView } from "./answer-view.ts";
import type { Appendix } from "./appendix.ts";
import type { Markup } from "./markup.ts";

function turnsView({ turns }: Trace): Markup {
  const last = turns.length - 1;
  return html`${turns.map(
    (turn, index) => html`<p class="turn"><b>${index === last ? "Question" : "Before it"}</b> ${turn}</p>`,
  )}`;
}

/** What failed and why stands before the answer, so that one reads it knowing what to look for. */
function scoresView(scores: readonly Score[]): Markup {
  const failed = scores.filter(({ passed }) => !passed);
  const passed = scores.filter((score) => score.passed).map(({ scorer }) => scorer);
  const items = failed.map(
    ({ scorer, reason }) => html`<li><b>✗ ${scorer}</b>${reason !== undefined && html` ${reason}`}</li>`,
  );
  const passedLine = html`<p class="passes">✓ passes ${passed.join(", ")}</p>`;
  return html`${failed.length > 0 && html`<ul class="fails">${items}</ul>`}${passed.length > 0 && passedLine}`;
}

function callsView({ calls }: Trace): Markup {
  if (calls.length === 0) return html`<p class="quiet">No tool was called.</p>`;
  const items = calls.map(
    ({ name, input, verdict }) =>
      html`<li><b>${name}</b>${verdict && html` → ${verdict}`}<code>${JSON.stringify(input)}</code></li>`,
  );
  return html`<ol class="calls">${items}</ol>`;
}

function citationsView({ citations }: Trace, appendix: Appendix): Markup | false {
  const items = citations.map(
    (citation) =>
      html`<li><button type="button" class="cite" popovertarget="${appendix.passage(citation)}">[${citation.id}] ${citation.title}</button></li>`,
  );
  return citations.length > 0 && html`<h4>Cited</h4><ul class="plain">${items}</ul>`;
}

function struckView({ struck }: Trace): Markup | false {
  const items = struck.map(({ text, reason }) => html`<li><del>${text}</del> ${reason}</li>`);
  return struck.length > 0 && html`<h4>Struck from the model's text</h4><ul>${items}</ul>`;
}

function costLine({ metrics }: ScoredTrial): string {
  const { durationMs, toolCalls, requests, inputTokens, outputTokens, ownWords, recoveredCalls } = metrics;
  const model =
    requests === 0
      ? "no model asked"
      : `${formatCount(requests, "request")}, ${inputTokens} tokens read, ${outputTokens} written, ${ownWords ? "in the model's words" : "in built-in words"}`;
  const recovered = recoveredCalls > 0 ? `, ${recoveredCalls} read out of text` : "";
  return `${formatDuration(durationMs)}, ${formatCount(toolCalls, "call")} of tools${recovered}, ${model}`;
}

/** Everything about one trial that was scored: what was asked and expected, what came of it and what it rests on. */
export function traceView(trial: ScoredTrial, appendix: Appendix): Markup {
  const { trace, scores } = trial;
  const expected = trace.expected.map((line) => html`<li>${line}</li>`);
  return html`${turnsView(trace)}
${scoresView(scores)}
${answerView(trace, appendix)}
<div class="sides">
<section><h4>Expected</h4><ul>${expected}</ul>${citationsView(trace, appendix)}${struckView(trace)}</section>
<section><h4>Calls</h4>${callsView(trace)}</section>
</div>
<p class="quiet">${costLine(trial)}</p>`;
}
