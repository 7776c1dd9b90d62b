/** What the page does beyond showing: the filter of its cases, links to one case, and the choice of colours. */
export const script = `
const form = document.getElementById("filter");
const cases = [...document.querySelectorAll("details.case")];
const words = new Map(cases.map((one) => [one, (one.querySelector("summary").textContent + " " + one.dataset.tags).toLowerCase()]));
const has = (list, name) => name === "" || list.split(" ").includes(name);

function isShown(one, { outcome, scorer, tag, search }) {
  const { dataset } = one;
  const isWanted = outcome === "all" || dataset.outcome === outcome || (outcome === "error" && dataset.error === "true");
  return isWanted && has(dataset.failed, scorer) && has(dataset.tags, tag)
    && search.toLowerCase().split(/\\s+/).every((word) => words.get(one).includes(word));
}

function filter() {
  const wanted = Object.fromEntries(new FormData(form));
  let shown = 0;
  for (const one of cases) {
    one.hidden = !isShown(one, wanted);
    if (!one.hidden) shown += 1;
  }
  document.getElementById("shown").textContent = shown + " of " + cases.length + " cases";
}

function openLinked() {
  const linked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!linked || !linked.matches("details.case")) return;
  if (linked.hidden) { form.reset(); filter(); }
  linked.open = true;
  linked.scrollIntoView();
}

form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(filter));
document.getElementById("open-shown").addEventListener("click", () => {
  const shown = cases.filter((one) => !one.hidden);
  const open = shown.some((one) => !one.open);
  for (const one of shown) one.open = open;
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-scorer]");
  if (!link) return;
  form.reset();
  form.elements.scorer.value = link.dataset.scorer;
  form.elements.tag.value = link.dataset.tag ?? "";
  filter();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.matches("input, select, textarea")) return;
  event.preventDefault();
  form.elements.search.focus();
});
window.addEventListener("hashchange", openLinked);

const tip = document.getElementById("tip");
function showTip(event) {
  const claim = event.target.closest(".claim[aria-describedby]");
  if (!claim) return;
  const grounds = document.getElementById(claim.getAttribute("aria-describedby"));
  tip.replaceChildren(...grounds.cloneNode(true).childNodes);
  tip.showPopover();
  const place = claim.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tip;
  const below = place.bottom + 6;
  tip.style.left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - width - 8)) + "px";
  tip.style.top = (below + height > window.innerHeight ? Math.max(8, place.top - height - 6) : below) + "px";
}
const hideTip = () => tip.hidePopover();
for (const name of ["pointerover", "focusin"]) document.addEventListener(name, showTip);
for (const name of ["pointerout", "focusout", "scroll"]) document.addEventListener(name, hideTip, true);
document.addEventListener("keydown", (event) => event.key === "Escape" && hideTip());

const theme = document.getElementById("theme");
const colours = theme.elements.theme;
theme.hidden = false;
function paint(name) {
  if (name) document.documentElement.dataset.theme = name;
  else delete document.documentElement.dataset.theme;
}
try { colours.value = localStorage.getItem("theme") ?? ""; } catch {}
paint(colours.value);
theme.addEventListener("change", () => {
  paint(colours.value);
  try { localStorage.setItem("theme", colours.value); } catch {}
});
filter();
openLinked();
`;
