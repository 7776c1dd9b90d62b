import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { Scorer } from "../scorers/scorer.ts";
import type { Run } from "../trial.ts";
import { appendixOf, appendixView } from "./html/appendix.ts";
import { caseList } from "./html/case-list.ts";
import { headline } from "./html/headline.ts";
import { heatTable } from "./html/heat-table.ts";
import { scorerBars } from "./html/scorer-bars.ts";
import { script } from "./html/script.ts";
import { style } from "./html/style.ts";
import { caseResults } from "./outcome.ts";
import { statisticsOf } from "./statistics.ts";

/** Only this very text may run, so that nothing an answer holds ever can. */
const allow = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const policy = [
  "default-src 'none'",
  `script-src ${allow(script)}`,
  `style-src ${allow(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const themeForm = html`<form id="theme" hidden><fieldset><legend>Colours</legend>
<label><input type="radio" name="theme" value="" checked><span>as the system</span></label>
<label><input type="radio" name="theme" value="light"><span>light</span></label>
<label><input type="radio" name="theme" value="dark"><span>dark</span></label>
</fieldset></form>`;

/** A run as one page that needs nothing else; `scorers` say what each of them asks for. */
export async function formatHtml(
  run: Run,
  scorers: readonly Pick<Scorer, "name" | "about">[],
): Promise<string> {
  const statistics = statisticsOf(run);
  const appendix = appendixOf(run);
  const names = statistics.scorers.map(({ scorer }) => scorer);
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evals of ${run.header.model}</title>
<style>${raw(style)}</style>
</head>
<body>
<header>${themeForm}${headline(run.header, statistics)}</header>
<main>
${scorerBars(statistics.scorers, scorers)}
${heatTable(statistics)}
${caseList(caseResults(run), names, appendix)}
</main>
${appendixView(appendix)}
<script>${raw(script)}</script>
</body>
</html>
`;
  return page.toString();
}
