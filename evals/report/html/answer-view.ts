import { html } from "hono/html";
import type { Trace } from "../../trial.ts";
import { answerBlocks, type Block, type Span } from "./answer-blocks.ts";
import type { Appendix } from "./appendix.ts";
import type { Markup } from "./markup.ts";

type Claim = Trace["claims"][number];
/** `grounds` gives the id of the element that tells what a claim rests on. */
type Marked = { text: string; claims: readonly Claim[]; grounds: (claim: Claim) => string };

/** Claims in order, without those that do not lie in the text or reach into one before. */
function soundClaims({ answer, claims }: Trace): Claim[] {
  let end = 0;
  return claims
    .toSorted((a, b) => a.start - b.start)
    .filter((claim) => {
      const isSound = claim.start >= end && claim.end > claim.start && claim.end <= answer.length;
      if (isSound) end = claim.end;
      return isSound;
    });
}

/** A stretch of text in which every claim is marked. */
function markedText({ text, claims, grounds }: Marked, { start, end }: Span): Markup[] {
  const parts: Markup[] = [];
  let from = start;
  for (const claim of claims.filter((one) => one.start < end && one.end > start)) {
    const [first, last] = [Math.max(start, claim.start), Math.min(end, claim.end)];
    parts.push(
      html`${text.slice(from, first)}<span class="claim ${claim.mark}" tabindex="0" aria-describedby="${grounds(claim)}">${text.slice(first, last)}</span>`,
    );
    from = last;
  }
  return [...parts, html`${text.slice(from, end)}`];
}

/** A line in which `**` makes bold. */
function lineView(marked: Marked, { start, end }: Span): Markup[] {
  const stars = [...marked.text.slice(start, end).matchAll(/\*\*/g)].map(({ index }) => start + index);
  // A pair that is left open is no mark.
  const paired = stars.length % 2 === 0 ? stars : stars.slice(0, -1);
  const edges = [start, ...paired.map((star) => star + 2)];
  return edges.map((from, index) => {
    const inner = markedText(marked, { start: from, end: paired[index] ?? end });
    return index % 2 === 1 ? html`<strong>${inner}</strong>` : html`${inner}`;
  });
}

function rowView(marked: Marked, row: readonly Span[], isHead: boolean): Markup {
  const cells = row.map((cell) =>
    isHead ? html`<th>${lineView(marked, cell)}</th>` : html`<td>${lineView(marked, cell)}</td>`,
  );
  return html`<tr>${cells}</tr>`;
}

function blockView(block: Block, marked: Marked): Markup {
  if (block.kind === "table")
    return html`<div class="scroll" tabindex="0"><table>${block.rows.map((row, index) => rowView(marked, row, index === 0))}</table></div>`;
  const lines = block.lines.map((line) => lineView(marked, line));
  if (block.kind === "heading") return html`<h5>${lines}</h5>`;
  if (block.kind === "list") return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
  return html`<p>${lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>`;
}

/** An answer with each of its claims marked. */
export function answerView(trace: Trace, appendix: Appendix): Markup {
  const grounds = (claim: Claim) => appendix.grounds(claim, trace);
  const marked = { text: trace.answer, claims: soundClaims(trace), grounds };
  return html`<div class="answer">${answerBlocks(trace.answer).map((block) => blockView(block, marked))}</div>`;
}
