import type { Catalog } from "../../knowledge/catalog.ts";
import type { Entry } from "../../knowledge/load.ts";
import type { Device } from "../../knowledge/schema.ts";
import type { Bytes } from "../../knowledge/units.ts";
import { newestPrice } from "../placement/newest-price.ts";
import { type DecisionQuestion, thorObstacle } from "./question.ts";
import type { DecisionRule } from "./rule.ts";

/** Why a device that a rule names is not taken. The last two are about money, the others rule it out. */
export type Objection = "power" | "streams" | "memory" | "no-price" | "budget";

/** A device of the rule with what stands against it. */
export type Candidate = { entry: Entry<Device>; objections: readonly Objection[] };

/** The device that is advised in the end, those passed over on the way to it, and all others that would do the job. */
export type Choice = { chosen: Candidate; passedOver: readonly Candidate[]; others: readonly Candidate[] };

function isRuledOut({ objections }: Candidate): boolean {
  return objections.some((objection) => objection !== "budget" && objection !== "no-price");
}

function objectionsTo(device: Device, question: DecisionQuestion, bytesNeeded: Bytes): Objection[] {
  const { streams = 0, budgetUsd } = question;
  const price = newestPrice(device)?.value;
  const objections: Objection[] = [];
  if (device.class === "thor" && thorObstacle(question)) objections.push("power");
  if (device.decodeStreams1080p30 !== undefined && device.decodeStreams1080p30 < streams)
    objections.push("streams");
  if (device.memory !== undefined && device.memory < bytesNeeded) objections.push("memory");
  if (budgetUsd !== undefined && price === undefined) objections.push("no-price");
  if (budgetUsd !== undefined && price !== undefined && price > budgetUsd) objections.push("budget");
  return objections;
}

/**
 * The first device of a rule that nothing stands against; if there is none, the first that only money stands
 * against; if there is none, what the rule advises. `bytesNeeded` is the memory of the largest model, 0 if unknown.
 */
export function chooseDevice(
  rule: DecisionRule,
  question: DecisionQuestion,
  bytesNeeded: Bytes,
  devices: Pick<Catalog<Device>, "get">,
): Choice {
  const toCandidate = (id: string): Candidate => {
    const { entry } = devices.get(id);
    return { entry, objections: objectionsTo(entry.value, question, bytesNeeded) };
  };
  const advised = toCandidate(rule.advise);
  const candidates = [advised, ...rule.alternatives.map(toCandidate)];
  const chosen =
    candidates.find(({ objections }) => objections.length === 0) ??
    candidates.find((candidate) => !isRuledOut(candidate)) ??
    advised;
  return {
    chosen,
    passedOver: candidates.slice(0, candidates.indexOf(chosen)),
    others: candidates.filter((candidate) => candidate !== chosen && !isRuledOut(candidate)),
  };
}
