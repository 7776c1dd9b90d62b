import { html } from "hono/html";
import type { Scorer } from "../../scorers/scorer.ts";
import { formatInterval, formatShare } from "../figures.ts";
import type { Rate } from "../rate.ts";
import type { ScorerRate } from "../statistics.ts";
import type { Markup } from "./markup.ts";

const percent = (share: number) => (100 * share).toFixed(2);

/** A bar as long as the share, with the interval across its end. */
function bar({ share, low, high }: Rate): Markup {
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" width="100" height="10"/><rect class="share" width="${percent(share)}" height="10"/><rect class="interval" x="${percent(low)}" y="4" width="${percent(high - low)}" height="2"/></svg>`;
}

/** How often each scorer passed. */
export function scorerBars(
  scorers: readonly ScorerRate[],
  abouts: readonly Pick<Scorer, "name" | "about">[],
): Markup {
  const rows = scorers.map(({ scorer, rate }) => {
    const about = abouts.find(({ name }) => name === scorer)?.about ?? "";
    return html`<tr><th scope="row"><a href="#cases" data-scorer="${scorer}">${scorer}</a></th><td>${bar(rate)}<small>${about}</small></td><td><b>${formatShare(rate.share)}</b> <span class="quiet">${formatInterval(rate)}</span></td><td>${rate.passed}/${rate.scored}</td></tr>`;
  });
  return html`<section><h2>Scorers</h2>
<table class="bars"><thead><tr><th>Scorer</th><th>Share that passed, with its 95 % interval</th><th>Share</th><th>Trials</th></tr></thead><tbody>${rows}</tbody></table>
<p class="quiet">Shares are means over the cases that a scorer asks something of. Intervals are Wilson's and count cases, since trials of one case are alike. Every scorer gates.</p></section>`;
}
