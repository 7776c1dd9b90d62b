import { html } from "hono/html";
import type { RunHeader } from "../../trial.ts";
import { formatCount, formatDuration, formatInterval, formatShare, formatSpeed } from "../figures.ts";
import type { Statistics } from "../statistics.ts";
import type { Markup } from "./markup.ts";

type Tile = { figure: string; name: string; note: string };

function passTiles({ passAtOne, passPower }: Statistics): Tile[] {
  if (!passAtOne) return [{ figure: "–", name: "pass@1", note: "nothing was scored" }];
  const last = passPower.at(-1);
  const once = {
    figure: formatShare(passAtOne.share),
    name: "pass@1",
    note: `${formatInterval(passAtOne)} at 95 %: a trial passes every scorer`,
  };
  if (!last || last.k === 1) return [once];
  return [
    once,
    {
      figure: formatShare(last.share),
      name: `pass^${last.k}`,
      note: `all of ${last.k} trials of a case pass`,
    },
  ];
}

function steadinessTiles({ stable, flaky }: Statistics): Tile[] {
  const { passed, failed } = stable;
  if (passed + failed + flaky.length === 0) return [];
  return [
    {
      figure: String(flaky.length),
      name: "flaky",
      note: `${passed} pass in every trial, ${failed} in none`,
    },
  ];
}

function errorTile({ errors, missing }: Statistics): Tile {
  const count = errors.reduce((sum, each) => sum + each.count, 0);
  const codes = errors.map(({ code, count: times }) => `${code} ${times}`).join(", ");
  const gap = missing > 0 ? `${formatCount(missing, "trial")} missing` : "";
  const note = [codes, gap].filter((text) => text !== "").join("; ");
  return {
    figure: String(count),
    name: count === 1 ? "error" : "errors",
    note: note === "" ? "none crashed or timed out" : `${note}; in none of the shares`,
  };
}

function modelTiles({ costs, scored }: Statistics): Tile[] {
  const { requests, tokensPerSecond, ownWords, struck, outputTokens } = costs;
  if (requests === 0) return [];
  const speed = tokensPerSecond === undefined ? "–" : formatSpeed(tokensPerSecond);
  return [
    { figure: speed, name: "while writing", note: `${outputTokens} tokens in all` },
    {
      figure: formatShare(ownWords / scored),
      name: "own words",
      note: `${formatCount(struck, "sentence")} struck by the check`,
    },
  ];
}

function timeTile({ costs }: Statistics): Tile {
  return {
    figure: formatDuration(costs.medianMs),
    name: "median answer",
    note: `95 % within ${formatDuration(costs.p95Ms)}`,
  };
}

/** What was evaluated, and what it comes to. */
export function headline(header: RunHeader, statistics: Statistics): Markup {
  const { model, mode, checked, machine, startedAt, cases, trials, casesHash } = header;
  const scoredTiles = statistics.scored === 0 ? [] : [timeTile(statistics), ...modelTiles(statistics)];
  const tiles = [
    ...passTiles(statistics),
    ...steadinessTiles(statistics),
    errorTile(statistics),
    ...scoredTiles,
  ];
  const facts = [
    ["Date", startedAt.slice(0, 16).replace("T", " ")],
    ["Machine", machine],
    ["Mode", mode],
    ["Answers", checked ? "checked" : "not checked: the check was switched off"],
    ["Cases", `${cases}, asked ${trials === 1 ? "once" : `${trials} times`} (${casesHash})`],
  ];
  return html`<h1><span>Evals of</span> ${model}</h1>
<dl class="about">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<ul class="tiles">${tiles.map(({ figure, name, note }) => html`<li><b>${figure}</b> <span>${name}</span> <small>${note}</small></li>`)}</ul>`;
}
