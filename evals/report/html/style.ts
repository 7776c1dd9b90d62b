const colours = `
:root {
  color-scheme: light dark;
  --page: light-dark(#fbfbf9, #14160f);
  --surface: light-dark(#ffffff, #1c1f17);
  --raised: light-dark(#f1f2ee, #272b20);
  --line: light-dark(#d5d8cf, #3b4132);
  --text: light-dark(#1c1f1a, #eceee6);
  --muted: light-dark(#5b6156, #a8af9d);
  --accent: light-dark(#3f6d0a, #9ccc4f);
  --good: light-dark(#2c6a12, #a6dd85);
  --good-ground: light-dark(#e3f2da, #22361a);
  --warn: light-dark(#7a4f00, #f0c766);
  --warn-ground: light-dark(#fdf0cf, #3b3010);
  --bad: light-dark(#a3201a, #ffa79e);
  --bad-ground: light-dark(#fde5e2, #47201c);
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
`;

const text = `
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem clamp(0.75rem, 3vw, 2rem) 4rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; border: 0; }
h1 { font-size: clamp(1.5rem, 5vw, 2.25rem); line-height: 1.15; letter-spacing: -0.02em; }
h1 span { display: block; font-size: 0.875rem; letter-spacing: 0; font-weight: 400; color: var(--muted); }
h2 { font-size: 1.25rem; margin-block: 2.5rem 0.75rem; }
h3 { font-size: 1rem; margin-block: 1rem 0.5rem; }
h4 { font-size: 0.8125rem; color: var(--muted); margin-block: 0.75rem 0.25rem; }
h5 { font-size: 1rem; }
ul, ol { padding-inline-start: 1.25rem; }
a { color: var(--accent); }
code { font: 0.8125rem/1.5 ui-monospace, monospace; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.quiet, small { color: var(--muted); font-size: 0.875rem; }
.scroll { overflow-x: auto; max-width: 100%; }
.plain { list-style: none; padding: 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th { text-align: start; font-weight: 600; }
`;

const head = `
#theme { float: inline-end; margin-inline-start: 1rem; font-size: 0.8125rem; }
legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
fieldset { display: flex; flex-wrap: wrap; gap: 0.25rem; position: relative; min-width: 0; }
fieldset label { position: relative; cursor: pointer; }
fieldset input { position: absolute; inset: 0; opacity: 0; cursor: pointer; }
fieldset label span { display: block; padding: 0.125rem 0.5rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--surface); }
fieldset input:checked + span { background: var(--accent); border-color: var(--accent); color: var(--page); }
fieldset input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px; }
.about { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-block: 0.75rem 1.25rem; font-size: 0.875rem; }
.about div { display: flex; gap: 0.5rem; flex-wrap: wrap; }
.about dt { color: var(--muted); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.75rem, 1fr)); gap: 0.75rem; list-style: none; padding: 0; }
.tiles li { padding: 0.75rem 0.875rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--surface); }
.tiles b { display: block; font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.02em; white-space: nowrap; }
.tiles span { font-weight: 600; }
.tiles small { display: block; }
`;

const tables = `
.bars { width: 100%; }
.bars th, .bars td { padding: 0.375rem 0.75rem 0.375rem 0; vertical-align: top; border-bottom: 1px solid var(--line); }
.bars thead th { font-size: 0.8125rem; color: var(--muted); font-weight: 400; }
.bars td:nth-child(2) { width: 50%; }
.bars td:nth-child(n + 3) { white-space: nowrap; }
.bars small { display: block; }
.bar { display: block; width: 100%; height: 0.75rem; margin-top: 0.375rem; border-radius: 0.25rem; overflow: hidden; }
.bar .ground { fill: var(--raised); }
.bar .share { fill: var(--accent); opacity: 0.55; }
.bar .interval { fill: var(--text); }
.heat { font-size: 0.8125rem; line-height: 1.3; }
.heat thead th { vertical-align: bottom; text-align: center; font-weight: 400; padding: 0.25rem; }
.heat thead span { display: inline-block; writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; }
.heat tbody th { position: sticky; inset-inline-start: 0; z-index: 1; background: var(--page); font-weight: 400; padding-inline-end: 0.75rem; max-width: 14rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.heat td { text-align: center; min-width: 2.5rem; padding: 0; border: 1px solid var(--page); }
.heat td a { display: block; padding: 0.25rem 0.375rem; color: inherit; text-decoration: none; }
.heat td a:hover { text-decoration: underline; }
.heat .count, .heat .none { color: var(--muted); }
.heat .all { background: light-dark(#cfe8be, #2b4a1e); }
.heat .most { background: light-dark(#e8f2d4, #3a471f); }
.heat .many { background: light-dark(#fbefc5, #4f4416); }
.heat .half { background: light-dark(#fbdcb6, #613a17); }
.heat .few { background: light-dark(#f8c4bc, #6d2a23); }
@media (max-width: 40rem) {
  .bars thead { display: none; }
  .bars tr { display: grid; grid-template-columns: 1fr auto; padding-block: 0.5rem; border-bottom: 1px solid var(--line); }
  .bars th, .bars td { border: 0; padding: 0; }
  .bars td:nth-child(2) { grid-column: 1 / -1; grid-row: 2; width: auto; }
  .bars td:nth-child(4) { display: none; }
}
`;

const list = `
#filter { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; font-size: 0.875rem; padding-block: 0.5rem; }
#filter label:has(> select, > input[type="search"]) { display: flex; gap: 0.375rem; align-items: center; max-width: 100%; }
select, button, input[type="search"] { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line); border-radius: 0.375rem; padding: 0.25rem 0.5rem; min-width: 0; max-width: 100%; }
.search { flex: 1 1 12rem; }
.search input { flex: 1; }
#shown { color: var(--muted); }
#list { margin-top: 0.75rem; border-top: 1px solid var(--line); }
.case { border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 2.75rem; }
.case[open] { content-visibility: visible; padding-bottom: 1.25rem; }
summary { cursor: pointer; padding: 0.5rem 0.25rem; display: flex; flex-wrap: wrap; gap: 0.125rem 0.625rem; align-items: baseline; }
summary:hover { background: var(--raised); }
.case[open] > summary { position: sticky; top: 0; z-index: 2; background: var(--raised); }
.id { font: 0.8125rem ui-monospace, monospace; }
.question { flex: 1 1 16rem; color: var(--muted); font-size: 0.875rem; }
.badge, .chip { font-size: 0.75rem; padding: 0 0.5rem; border-radius: 1rem; white-space: nowrap; }
.badge { min-width: 4rem; text-align: center; font-weight: 600; }
.badge.passed { color: var(--good); background: var(--good-ground); }
.badge.failed, .chip { color: var(--bad); background: var(--bad-ground); }
.badge.flaky, .badge.error { color: var(--warn); background: var(--warn-ground); }
@media (max-width: 40rem) {
  .question { flex-basis: 100%; }
  .case[open] > summary { position: static; }
  #theme { float: none; margin: 0 0 0.75rem; }
}
article + article { border-top: 1px dashed var(--line); margin-top: 1rem; }
`;

const trace = `
.turn { margin-block: 0.5rem; white-space: pre-wrap; }
.turn b { color: var(--muted); font-size: 0.8125rem; margin-inline-end: 0.5rem; }
.answer { position: relative; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--surface); display: grid; gap: 0.5rem; }
.answer > * { min-width: 0; }
.answer td, .answer th { border: 1px solid var(--line); padding: 0.25rem 0.5rem; font-size: 0.875rem; }
.claim { border-bottom: 2px solid; cursor: help; }
.claim.verified { border-color: var(--good); }
.claim.given { border-color: var(--muted); border-bottom-style: dotted; }
.claim.unverified { border-color: var(--bad); background: var(--bad-ground); color: var(--bad); border-bottom-style: wavy; }
#tip { position: fixed; inset: auto; margin: 0; width: fit-content; max-width: min(32rem, calc(100vw - 1rem)); padding: 0.5rem 0.75rem; border: 1px solid var(--line); border-radius: 0.375rem; background: var(--raised); color: var(--text); font-size: 0.875rem; box-shadow: 0 0.25rem 1rem #0003; pointer-events: none; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 0 2rem; font-size: 0.875rem; }
.sides section { min-width: 0; }
.fails { list-style: none; margin-block: 0.5rem; padding: 0.5rem 0.875rem; border-radius: 0.5rem; background: var(--bad-ground); }
.fails b { color: var(--bad); }
.passes { margin-block: 0.5rem; color: var(--good); font-size: 0.875rem; }
.calls code { display: block; color: var(--muted); }
.cite { text-align: start; border: 0; background: none; color: var(--accent); text-decoration: underline; padding: 0.125rem 0; cursor: pointer; }
.error { padding: 0.75rem 1rem; border-radius: 0.5rem; background: var(--warn-ground); white-space: pre-wrap; }
.passage { max-width: min(44rem, calc(100vw - 2rem)); max-height: 80vh; overflow: auto; padding: 1rem 1.25rem; color: var(--text); background: var(--surface); border: 1px solid var(--line); border-radius: 0.5rem; }
.passage p { white-space: pre-wrap; font-size: 0.9375rem; margin-block: 0.5rem; }
.passage::backdrop { background: #0006; }
@media print {
  :root { color-scheme: light; }
  #filter, #theme, .passage button { display: none !important; }
  .passage { display: block; position: static; border: 0; max-width: none; max-height: none; }
  .case, .case[open] { content-visibility: visible; }
  .case[open] > summary { position: static; }
}
`;

/** How the page looks: light and dark, wide and narrow, on paper. */
export const style = [colours, text, head, tables, list, trace].join("");
