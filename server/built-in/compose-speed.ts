import type { Throughput } from "../../tools/estimate-throughput.ts";
import type { Evidence } from "../../tools/throughput/prediction.ts";

const evidenceWords: Record<Evidence, string> = {
  "measured-here": "measured on this board in this configuration",
  "measured-module": "measured on this module in this configuration",
  calibrated: "computed, with the engine's efficiency fitted on measured runs",
  formula: "computed from bandwidth and bytes alone",
  "benchmark-required": "not known",
};

const paceWords = {
  interactive: "fast enough to talk to",
  slow: "usable, but slower than people read",
  "too-slow": "too slow to talk to",
} as const;

/** Measured runs shown with an answer: on the board asked for, or where there are none, elsewhere. */
const shown = { here: 6, elsewhere: 2 } as const;

function display({ facts }: Throughput, id: string): string {
  return facts.find((fact) => fact.id === id)?.display ?? "?";
}

/** The nearest run on this module beside a computed speed, when it is warm, believable and of as many streams. */
function measuredClause(speed: Throughput): string {
  if (speed.evidence.startsWith("measured")) return "";
  const { concurrency = 1, speculativeDecoding, coTenants = [] } = speed.resolved;
  const near = speed.references.find(
    (run) =>
      run.sameModule &&
      run.plausible &&
      !run.coldStart &&
      run.confidence !== "low" &&
      run.concurrency === concurrency &&
      (run.speculation === null || speculativeDecoding !== undefined),
  );
  if (!near) return "";
  const alone = coTenants.length > 0 ? " alone" : "";
  return ` Measured${alone}: ${display(speed, `measured-${near.id}`)}, ${near.distance}.`;
}

/** Engines or formats that were weighed on one board, the fastest first; empty where nothing is weighed there. */
export function weighedClause(speeds: readonly Throughput[]): string {
  const [first] = speeds.filter(({ decodeTokensPerSecond }) => decodeTokensPerSecond !== null);
  if (!first) return "";
  const same = speeds.filter(
    ({ names, decodeTokensPerSecond }) =>
      decodeTokensPerSecond !== null &&
      names.device === first.names.device &&
      names.model === first.names.model &&
      names.powerMode === first.names.powerMode,
  );
  const ways = new Set(same.map(({ names }) => `${names.runtime} ${names.quantization}`));
  if (ways.size < 2) return "";
  const ranked = same.toSorted(
    (a, b) => (b.decodeTokensPerSecond?.expected ?? 0) - (a.decodeTokensPerSecond?.expected ?? 0),
  );
  const each = ranked.map(
    (speed) => `${speed.names.runtime} in ${speed.names.quantization} about ${display(speed, "decode")}`,
  );
  return `**On the ${first.names.device}: ${each.join(", ")}.**`;
}

/** How the speed feels and what was measured near it, for the opening line; empty where no speed is known. */
export function paceClause(speeds: readonly Throughput[]): string {
  const [first] = speeds;
  if (!first?.pace) return "";
  const { device, quantization } = first.names;
  return `At about ${display(first, "decode")} on the ${device} in ${quantization}, it is ${paceWords[first.pace]}.${measuredClause(first)}`;
}

const firstTokenAsked =
  /\btime\s+to\s+(?:the\s+)?first\s+token\b|\bTTFT\b|\bfirst\s+token\b|\bhow\s+long\b[^.?!]*\bprompts?\b|\bprompt\s+processing\b/i;

/** How long the first token takes, for the opening; empty where it is not asked or not known. */
export function firstTokenClause(question: string, speeds: readonly Throughput[]): string {
  const first = speeds.find(({ timeToFirstTokenMs }) => timeToFirstTokenMs !== null);
  if (!first || !firstTokenAsked.test(question)) return "";
  const { device, quantization } = first.names;
  return `**The first token comes after about ${display(first, "first-token")} on the ${device} in ${quantization}.**`;
}

/** The speed of one board and mode in a line: value, interval, ceiling, evidence; the model where several are compared. */
export function speedLine(speed: Throughput, isOneOfSeveral = false): string {
  const { device, powerMode, runtime, quantization, model } = speed.names;
  const where = `${isOneOfSeveral ? `${model} on ` : ""}${device}${powerMode ? ` in ${powerMode}` : ""} (${runtime}, ${quantization})`;
  if (speed.blockers.length > 0)
    return `- ${where}: ${speed.blockers.map(({ message }) => message).join(" ")}`;
  if (!speed.decodeTokensPerSecond)
    return `- ${where}: benchmark required${speed.verify ? `, with \`${speed.verify}\`` : ""}.`;
  const shipped = speed.shipped
    ? `; as shipped in ${speed.shipped.powerMode} about ${display(speed, "shipped")}`
    : "";
  const streams = speed.resolved.concurrency ?? 1;
  const all = streams > 1 ? `, ${display(speed, "aggregate")} over ${streams} streams` : "";
  const first = speed.timeToFirstTokenMs ? `; first token after about ${display(speed, "first-token")}` : "";
  const basis = speed.intervalBasis ? `; ${speed.intervalBasis.text}` : "";
  return `- ${where}: about ${display(speed, "decode")}${all} (likely between ${display(speed, "decode-low")} and ${display(speed, "decode-high")}; the bandwidth allows ${display(speed, "ceiling")} at most)${shipped}${first}; ${evidenceWords[speed.evidence]}${basis}.`;
}

/** What was lost before the engine had warmed up, once. */
export function coldStartLine(speeds: readonly Throughput[]): string[] {
  const cold = speeds.find(({ coldStart }) => coldStart !== null)?.coldStart;
  return cold ? [`- Before warm-up: ${cold.text}.`] : [];
}

/** The nearest measured runs, those on the same board first, each with what differs. */
export function measuredLines(speeds: readonly Throughput[], sourceTitle: (id: string) => string): string[] {
  const all = speeds.flatMap((speed) => speed.references.map((reference) => ({ reference, speed })));
  const near = all.filter(({ reference }) => reference.sameModule);
  const unique = new Map((near.length > 0 ? near : all).map((entry) => [entry.reference.id, entry]));
  return [...unique.values()]
    .slice(0, near.length > 0 ? shown.here : shown.elsewhere)
    .map(({ reference, speed }) => {
      const { distance, plausible, date, note, source, id } = reference;
      const when = date ? `, ${date}` : "";
      const remark = note && note.length < 80 ? ` (${note})` : "";
      const warning = plausible ? "" : " – above the bandwidth ceiling, so not to be believed";
      return `- ${display(speed, `measured-${id}`)} measured, ${speed.names.model}: ${distance}${when}${remark} – ${sourceTitle(source)}${warning}`;
    });
}
