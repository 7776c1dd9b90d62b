import { html } from "hono/html";
import type { Rate } from "../rate.ts";
import type { Statistics, TagRate } from "../statistics.ts";
import type { Markup } from "./markup.ts";

/** From which share on a cell has which shade. */
const shades: readonly [least: number, name: string][] = [
  [1, "all"],
  [0.95, "most"],
  [0.8, "many"],
  [0.5, "half"],
  [0, "few"],
];

const shadeOf = (share: number) => shades.find(([least]) => share >= least)?.[1] ?? "few";

/** Whole per cent; 100 is said only of all, 0 only of none. */
const figure = (share: number) =>
  share === 0 || share === 1 ? 100 * share : Math.min(99, Math.max(1, Math.round(100 * share)));

function cell(rate: Rate | undefined, tag: string, scorer: string): Markup {
  if (!rate) return html`<td class="none">·</td>`;
  const { passed, scored, share } = rate;
  const name = `${tag}, ${scorer === "" ? "all scorers" : scorer}: ${passed} of ${scored} trials`;
  return html`<td class="${shadeOf(share)}"><a href="#cases" data-tag="${tag}" data-scorer="${scorer}" title="${name}">${figure(share)}</a></td>`;
}

function row({ tag, rate, scorers }: TagRate, names: readonly string[]): Markup {
  const rateOf = (name: string) => scorers.find(({ scorer }) => scorer === name)?.rate;
  const cells = names.map((name) => cell(rateOf(name), tag, name));
  return html`<tr><th scope="row">${tag}</th><td class="count">${rate.cases}</td>${cell(rate, tag, "")}${cells}</tr>`;
}

/** Tags by scorers, in per cent; a cell leads to its cases. */
export function heatTable({ tags, scorers }: Statistics): Markup {
  const names = scorers.map(({ scorer }) => scorer);
  const heads = ["cases", "all", ...names].map((name) => html`<th scope="col"><span>${name}</span></th>`);
  return html`<section><h2>Tags</h2>
<div class="scroll" tabindex="0"><table class="heat"><thead><tr><td></td>${heads}</tr></thead><tbody>${tags.map((tag) => row(tag, names))}</tbody></table></div>
<p class="quiet">Per cent that passed; a cell leads to its cases.</p></section>`;
}
