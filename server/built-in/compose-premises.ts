import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { LookUp } from "../../tools/look-up.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import { unique } from "./block.ts";
import { fieldOf } from "./compose-record.ts";
import type { Plan } from "./plan.ts";
import { presumedFields } from "./read-premises.ts";
import { type Outcome, type Results, sortResults } from "./results.ts";

/** What is wrong with a question's premise, in sentences, and the outcomes that answer the question itself. */
export type Premises = { lines: string[]; rest: readonly Outcome[] };

const most = 2;

function titleOf(source: string, knowledge: Knowledge): string {
  return knowledge.findSource(source)?.title ?? source;
}

/** The narrowest name that all of the boards share. */
function sharedName(fits: readonly MemoryFit[], knowledge: Knowledge): string {
  const [first, ...others] = fits.map(({ names }) => knowledge.devices.find(names.device)?.entry.value);
  const families = first?.family ?? [];
  const shared = families.find((family) => others.every((other) => other?.family.includes(family)));
  return others.length > 0 && shared ? shared : (fits[0]?.names.device ?? "");
}

/** "Orin has no FP4 hardware: …", where a combination is taken for granted that does not exist. */
function blockedLines(blocked: readonly MemoryFit[], knowledge: Knowledge): string[] {
  const blockers = blocked.flatMap((fit) => fit.blockers);
  const [first] = blockers;
  if (!first) return [];
  const format = /^no-(fp\d+)-hardware$/.exec(first.code)?.[1];
  const messages = unique(blockers.map(({ message }) => message))
    .slice(0, most)
    .join(" ");
  const who = `(${titleOf(first.source, knowledge)})`;
  const what = format ? `${sharedName(blocked, knowledge)} has no ${format.toUpperCase()} hardware: ` : "";
  return [`**Unsupported as asked:** ${what}${messages} ${who}`];
}

/** Figures that no board meant has; where one of a family has it, the premise holds for that one. */
function claimLines({ claims }: Results, isDense: boolean, knowledge: Knowledge): string[] {
  const metrics = unique(claims.map(({ resolved }) => resolved.metric));
  return metrics.flatMap((metric) => {
    const own = claims.filter(({ resolved }) => resolved.metric === metric);
    const isHeld = own.some(({ verdict }) => verdict === "consistent");
    const isSparse = isDense && metric === "compute-int8-sparse";
    if ((isHeld && !isSparse) || own.every(({ verdict }) => verdict === "unknown")) return [];
    return own.slice(0, most).flatMap(({ reasons, facts }) => {
      const [reason] = reasons;
      const cited = facts.find(({ basis }) => basis.kind === "cited")?.basis;
      const who = cited?.kind === "cited" ? ` (${titleOf(cited.source, knowledge)})` : "";
      const what = isSparse ? "That is a sparse figure, not a dense one: " : "";
      return reason ? [`**${what}${reason.message}**${who}`] : [];
    });
  });
}

/** What a record says of a field; of formats only that one is missing, since the rest was not in question. */
function wordsOf(record: unknown, field: string, question: string): string | undefined {
  if (field !== "nativeFormats") return fieldOf(record, field);
  const entries = typeof record === "object" && record !== null ? Object.entries(record) : [];
  const formats: unknown = entries.find(([name]) => name === field)?.[1];
  const asked = /\bFP[48]\b/i.exec(question)?.[0].toLowerCase();
  if (!Array.isArray(formats) || formats.length === 0 || formats.includes(asked)) return undefined;
  return `no ${asked?.toUpperCase()} among ${formats.join(", ").toUpperCase()}`;
}

const fieldNames: Readonly<Record<string, string>> = {
  mig: "MIG",
  video: "video",
  dla: "DLA",
  jetpack: "JetPack",
  nativeFormats: "formats in hardware",
};

function fieldLines(records: readonly LookUp[], question: string): string[] {
  return presumedFields(question).flatMap((field) =>
    unique(
      records.flatMap(({ record }) => {
        const [value, name] = [wordsOf(record, field, question), fieldOf(record, "name")];
        return value && name ? [`**${name}, ${fieldNames[field] ?? field}:** ${value.trim()}.`] : [];
      }),
    ).slice(0, most),
  );
}

/** Takes the checks of a question's premises out of its outcomes, and says what is wrong with them. */
export function composePremises(
  { question, premises = [], replaced = false }: Plan,
  outcomes: readonly Outcome[],
  knowledge: Knowledge,
): Premises {
  const asked = new Set(premises.map((call) => JSON.stringify([call.name, call.input])));
  const isCheck = ({ name, input }: Outcome) => asked.has(JSON.stringify([name, input]));
  const checks = sortResults(outcomes.filter(isCheck));
  const answers = outcomes.filter((outcome) => !isCheck(outcome));
  const blocked = replaced
    ? sortResults(answers).fits.filter(({ verdict }) => verdict === "unsupported")
    : [];
  const isBlocked = (outcome: Outcome) =>
    "output" in outcome &&
    (blocked.some((fit) => fit === outcome.output) ||
      (replaced && sortResults([outcome]).speeds.some(({ blockers }) => blockers.length > 0)));
  return {
    lines: [
      ...blockedLines(blocked, knowledge),
      ...claimLines(checks, /\bdense\b/i.test(question), knowledge),
      ...(blocked.length > 0 ? [] : fieldLines(checks.lookUps, question)),
    ],
    rest: answers.filter((outcome) => !isBlocked(outcome)),
  };
}
