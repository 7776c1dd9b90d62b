import type { Decision } from "../../tools/decision-tree.ts";

/** Caveats shown with an answer; the tool's result has all. */
const shown = 6;

/** Gives the name of a record by its id. */
export type NameOf = (id: string) => string;

/** A clause as a sentence: a capital letter in front, a full stop behind. */
export function toSentence(clause: string): string {
  const text = clause.charAt(0).toUpperCase() + clause.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** An alternative that is too dear is worth naming only as that. */
function isBeyondBudget(id: string, { facts, resolved }: Decision): boolean {
  const price = facts.find((fact) => fact.id.startsWith(`price.${id}.`))?.value;
  return resolved.budgetUsd !== undefined && price !== undefined && price > resolved.budgetUsd;
}

/** The advice in a sentence: the board, or the runtime where only a load was stated, and why. */
export function decisionHeadline(decision: Decision, runtimeName: NameOf): string {
  const { runtime, resolved, platform, alternatives, names, because } = decision;
  if (runtime && resolved.requestsPerDay !== undefined && Object.keys(resolved).length === 1)
    return `**${runtimeName(runtime.choice)}.** ${toSentence(runtime.because)}`;
  const isDear = (id: string) => isBeyondBudget(id, decision);
  const named = (ids: readonly string[]) => ids.map((id) => names[id]).join(", ");
  const [dear, others] = [alternatives.filter(isDear), alternatives.filter((id) => !isDear(id))];
  return [
    `**${names[platform]}.** ${toSentence(because)}`,
    ...(others.length > 0 ? [`Otherwise: ${named(others)}.`] : []),
    ...(dear.length > 0 ? [`Beyond the budget: ${named(dear)}.`] : []),
  ].join(" ");
}

/** Where the documents' rules lead, as a second opinion beside a ledger. */
export function decisionOpinion(decision: Decision, runtimeName: NameOf): string {
  const { platform, names, because, resolved } = decision;
  const byLoad = resolved.requestsPerDay === undefined ? [] : runtimeLines(decision, runtimeName);
  return [
    `- The documents' decision rules lead to ${names[platform]}. ${toSentence(because)}`,
    ...byLoad,
  ].join("\n");
}

function priceLines({ facts, platform, alternatives }: Decision): string[] {
  const own = [platform, ...alternatives].flatMap(
    (id) => facts.find((fact) => fact.id.startsWith(`price.${id}.`)) ?? [],
  );
  return own.map(({ entity, display }) => `- Price of ${entity}: ${display}`);
}

function runtimeLines({ runtime }: Decision, runtimeName: NameOf): string[] {
  if (!runtime) return [];
  const others =
    runtime.alternatives.length > 0
      ? `; otherwise ${runtime.alternatives.map(runtimeName).join(" or ")}`
      : "";
  return [`- Runtime: ${runtimeName(runtime.choice)}${others}. ${toSentence(runtime.because)}`];
}

/** Runtime and prices, then what has to be said with the advice. */
export function decisionLines(decision: Decision, runtimeName: NameOf): string[] {
  const caveats = decision.caveats.slice(0, shown).map((caveat) => `- ${caveat}`);
  return [...runtimeLines(decision, runtimeName), ...priceLines(decision), ...caveats];
}
