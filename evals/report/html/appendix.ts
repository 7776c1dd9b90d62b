import { html } from "hono/html";
import type { Run, Trace } from "../../trial.ts";
import { type Grounds, groundsOf } from "./grounds.ts";
import type { Markup } from "./markup.ts";
import { type Shared, shareOut } from "./shared.ts";

type Passage = { title: string; text: string };

/** What traces point to: the passages they cite, and what their claims rest on. */
export type Appendix = {
  passage(citation: Trace["citations"][number]): string;
  grounds(claim: Trace["claims"][number], trace: Trace): string;
  passages: Shared<Passage>["entries"];
  allGrounds: Shared<Grounds>["entries"];
};

const toPassage = ({ title, text }: Passage): Passage => ({ title, text });

/** Collects from a run what its traces point to. */
export function appendixOf({ trials }: Run): Appendix {
  const traces = trials.flatMap((trial) => (trial.status === "scored" ? [trial.trace] : []));
  const passages = shareOut(
    "p",
    traces.flatMap(({ citations }) => citations.map(toPassage)),
  );
  const grounds = shareOut(
    "g",
    traces.flatMap((trace) => trace.claims.map((claim) => groundsOf(claim, trace))),
  );
  return {
    passage: (citation) => passages.keyOf(toPassage(citation)),
    grounds: (claim, trace) => grounds.keyOf(groundsOf(claim, trace)),
    passages: passages.entries,
    allGrounds: grounds.entries,
  };
}

/** Each hidden until something opens it; printed, the passages follow the cases. */
export function appendixView({ passages, allGrounds }: Appendix): Markup {
  return html`${passages.map(
    ({ key, value: { title, text } }) =>
      html`<aside popover class="passage" id="${key}"><h4>${title}</h4><p>${text}</p><button type="button" popovertarget="${key}" popovertargetaction="hide">Close</button></aside>
`,
  )}<div hidden>${allGrounds.map(
    ({ key, value: { figure, text } }) =>
      html`<p id="${key}">${figure && html`<b>${figure}</b> `}${text}</p>
`,
  )}</div>
<div id="tip" popover="manual"></div>`;
}
