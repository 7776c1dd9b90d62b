import type { ClaimMetric } from "../../knowledge/claim-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { CheckedClaim } from "../../tools/check-claim.ts";
import type { Contradiction } from "../../tools/claims/contradictions.ts";
import type { ClaimVerdict } from "../../tools/claims/judgement.ts";
import { standsIn } from "../../tools/claims/passage-doubts.ts";
import type { NamedRun } from "../../tools/evidence/named-run.ts";
import { calledIn } from "../../tools/placement/called-in.ts";
import { type Block, listed, unique } from "./block.ts";
import { engineOf, metricName } from "./compose-measurements.ts";
import type { Results } from "./results.ts";

/** Lines shown of each; the tool's result has all. */
const shown = { runs: 3, contradictions: 4 } as const;

const verdictWords: Record<ClaimVerdict, string> = {
  impossible: "No, impossible",
  implausible: "Hardly, implausible",
  doubtful: "Doubtful",
  consistent: "Yes, consistent with what is known",
  unknown: "Unknown",
};

const shortWords: Record<ClaimVerdict, string> = {
  impossible: "impossible",
  implausible: "implausible",
  doubtful: "doubtful",
  consistent: "consistent",
  unknown: "unknown",
};

function nameOf(
  reference: CheckedClaim["resolved"]["device"] | CheckedClaim["resolved"]["model"],
  catalog: Parameters<typeof calledIn>[0],
): string {
  if (reference === undefined) return "";
  return typeof reference === "string" ? calledIn(catalog, reference) : reference.name;
}

function boardOf({ resolved }: CheckedClaim, knowledge: Knowledge): string {
  const mode = resolved.powerMode ? ` in ${resolved.powerMode}` : "";
  return `${nameOf(resolved.device, knowledge.devices)}${mode}`;
}

/** Metrics that go without saying, or by another name. */
const plainMetrics: Partial<Record<ClaimMetric, string>> = {
  decode: "",
  price: "",
  aggregate: " over all streams",
  "kv-cache": " of KV cache",
  "time-to-first-token": " to the first token",
  "compute-int8-sparse": " of sparse INT8",
  "compute-fp4-sparse": " of sparse FP4",
};

/** The claim in words with its model and format: what stands the same for every board. */
function claimWords({ claim, resolved }: CheckedClaim, knowledge: Knowledge): string {
  const { metric, model, quantization, concurrency, speculativeDecoding } = resolved;
  const draft = speculativeDecoding ? ` with ${speculativeDecoding.method}` : "";
  const figure = claim.slice(metric.length + 1);
  const format = quantization && knowledge.quantizations.find(quantization)?.entry.value.name;
  const what = metric in plainMetrics ? plainMetrics[metric] : ` of ${metric.replaceAll("-", " ")}`;
  const of = model ? ` for ${nameOf(model, knowledge.models)}${format ? ` in ${format}` : ""}` : "";
  return `${figure}${what}${of}${(concurrency ?? 1) > 1 ? ` with ${concurrency} streams` : ""}${draft}`;
}

/** The ground of the verdict: the first reason as grave as it, or the first there is. */
function ground({ verdict, reasons }: CheckedClaim): string {
  return (reasons.find((reason) => reason.verdict === verdict) ?? reasons[0])?.message ?? "";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is said of one model on several boards, or of one board. */
function headlineOf(claims: readonly CheckedClaim[], knowledge: Knowledge): string {
  const [first] = claims;
  if (!first) return "";
  const what = claimWords(first, knowledge);
  const boards = unique(claims.map((claim) => boardOf(claim, knowledge)).filter((name) => name !== ""));
  const grounds = unique(claims.map(ground));
  if (claims.every(({ verdict }) => verdict === first.verdict)) {
    const where = boards.length > 0 ? ` on the ${listed(boards)}` : "";
    const named = grounds.filter(
      (text) => grounds.length === 1 || boards.some((board) => text.includes(board)),
    );
    const why = named[0] ? ` ${capital(named[0])}` : "";
    return `**${verdictWords[first.verdict]}: ${what}${where}.**${why}`;
  }
  const each = claims.map((claim) => `${boardOf(claim, knowledge)} ${shortWords[claim.verdict]}`);
  return `**It depends on the board: ${what} is ${each.join(", ")}.**`.replace("is Jetson", "is: Jetson");
}

/** Claims about one model stand together; the boards they are claimed for are told apart in words. */
function byModel(claims: readonly CheckedClaim[], knowledge: Knowledge): CheckedClaim[][] {
  const groups = new Map<string, CheckedClaim[]>();
  for (const claim of claims) {
    const key = nameOf(claim.resolved.model, knowledge.models);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()];
}

/** The verdict on each claim in a sentence, with the arithmetic where one line says it for all boards. */
export function claimHeadlines(claims: readonly CheckedClaim[], knowledge: Knowledge): string[] {
  return byModel(claims, knowledge).map((group) => headlineOf(group, knowledge));
}

/** Every ground that the headlines do not tell, once; boards with the same arithmetic stand together. */
function reasonLines(claims: readonly CheckedClaim[], knowledge: Knowledge): string[] {
  const told = claimHeadlines(claims, knowledge).join("\n").toLowerCase();
  const boards = new Map<string, string[]>();
  for (const claim of claims)
    for (const { message, verdict } of claim.reasons) {
      if (told.includes(message.toLowerCase())) continue;
      const line = `${message} (${shortWords[verdict]})`;
      boards.set(line, [...(boards.get(line) ?? []), boardOf(claim, knowledge)]);
    }
  return [...boards].map(([line, named]) => {
    const who = unique(named.filter((name) => name !== ""));
    const isNamed = who.some((name) => line.includes(name));
    return claims.length > 1 && who.length > 0 && !isNamed ? `- ${who.join(", ")}: ${line}` : `- ${line}`;
  });
}

/** A ceiling holds for what it was computed for; what was not stated might pass it. */
function caveatLines(claims: readonly CheckedClaim[], knowledge: Knowledge): string[] {
  const speed = claims.find(
    ({ resolved }) => resolved.metric === "decode" || resolved.metric === "aggregate",
  );
  if (!speed?.ceiling || speed.verdict === "consistent") return [];
  const { quantization, runtime, speculativeDecoding, concurrency, model } = speed.resolved;
  const name = nameOf(model, knowledge.models);
  const assumed = ["runtime", "format"].flatMap((field) => {
    const found = speed.assumptions.find((text) => text.startsWith(`${name}: ${field} `));
    return found ? [found.slice(name.length + 2)] : [];
  });
  const passes = [
    ...(quantization === undefined ? ["a format of fewer bits"] : []),
    ...(runtime === undefined ? ["another engine"] : []),
    ...(speculativeDecoding === undefined ? ["speculative decoding"] : []),
    ...((concurrency ?? 1) === 1 ? ["several streams counted together"] : []),
  ];
  if (passes.length === 0) return [];
  const filled = assumed.length > 0 ? ` Assumed: ${assumed.join(" and ")}.` : "";
  return [`- The claim leaves open what could give more: ${passes.join(", ")}.${filled}`];
}

/** One run of each source, format and engine. */
function distinctRuns(runs: readonly NamedRun[]): NamedRun[] {
  const keyOf = ({ source, metric, model, device, quantization, runtime }: NamedRun) =>
    [source, metric, model, device, quantization, runtime].join();
  return [...new Map([...runs].reverse().map((run) => [keyOf(run), run])).values()].reverse();
}

function runLines(claims: readonly CheckedClaim[], knowledge: Knowledge): string[] {
  const runs = claims.flatMap(({ neighbours }) => distinctRuns(neighbours).slice(0, shown.runs));
  return distinctRuns(runs).map((run) => {
    const { display, metric, names, distance, source, plausible } = run;
    const where =
      names.device === null || distance.includes(`on ${names.device}`) ? "" : ` on ${names.device}`;
    const warning = plausible ? "" : ", not to be believed";
    const what = `${distance.startsWith(`${names.model}, `) ? "" : names.model}${where}`.trim();
    const how = [what, engineOf(run)].filter((text) => text !== "").join(", ");
    return `- ${display} measured (${metricName(metric)}${warning}), ${how}: ${distance} – ${knowledge.source(source).title}`;
  });
}

/** The passage in which a document says the figure, as a citation, where the search of this turn found it. */
function citation(
  { source, claim, value }: Contradiction,
  searches: Results["searches"],
  knowledge: Knowledge,
): string {
  const heading = knowledge.claims().find(({ id }) => id === claim)?.heading;
  const ofSection = searches
    .flatMap(({ passages }) => passages)
    .filter((found) => found.document === source && heading !== undefined && found.heading.endsWith(heading));
  const passage = ofSection.find(({ text }) => standsIn(value, text));
  return passage ? ` [${passage.id}]` : "";
}

/** Documents that say something else; measured runs stand in the grounds and among the runs. */
function contradictionLines(
  claims: readonly CheckedClaim[],
  searches: Results["searches"],
  knowledge: Knowledge,
): string[] {
  const documents = claims.flatMap(({ contradictions }) =>
    contradictions.filter(({ claim }) => claim !== null),
  );
  const lines = documents.map((found) => `- ${found.message}${citation(found, searches, knowledge)}`);
  return unique(lines).slice(0, shown.contradictions);
}

/** The arithmetic, the nearest measured runs, and which documents disagree. */
export function claimBlocks({ claims, searches }: Results, knowledge: Knowledge): Block[] {
  return [
    {
      heading: "Held against the rest",
      lines: [...reasonLines(claims, knowledge), ...caveatLines(claims, knowledge)],
    },
    { heading: "Nearest measured runs", lines: runLines(claims, knowledge) },
    { heading: "Documents that say otherwise", lines: contradictionLines(claims, searches, knowledge) },
  ];
}
