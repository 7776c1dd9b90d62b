import {
  type Guarded,
  isListOf,
  isMissingOr,
  isNullOr,
  isNumber,
  isOneOf,
  isRecord,
  isShape,
  isString,
} from "../guards.ts";
import { groundsShape } from "./grounds.ts";
import { isVerdict } from "./verdict.ts";

/** What `memory-fit` gives, as far as it is shown. Bytes. */
export const isMemoryFit = isShape({
  ...groundsShape,
  verdict: isVerdict,
  blockers: isListOf(isShape({ message: isString })),
  bytesNeeded: isNumber,
  bytesAvailable: isNumber,
  headroomBytes: isNumber,
  lines: isListOf(isShape({ workload: isNullOr(isNumber), part: isString, bytes: isNumber })),
  fixes: isListOf(
    isShape({ change: isString, input: isRecord, verdict: isVerdict, headroomBytes: isNumber }),
  ),
  commands: isMissingOr(isListOf(isShape({ command: isString, notes: isListOf(isString) }))),
  pitfalls: isMissingOr(isListOf(isShape({ text: isString }))),
  ruleOfThumb: isMissingOr(isNullOr(isShape({ text: isString }))),
  names: isShape({ device: isString, workloads: isListOf(isString) }),
  resolved: isMissingOr(
    isShape({ os: isMissingOr(isOneOf(["headless", "desktop"])), workloads: isListOf(isRecord) }),
  ),
});

export type MemoryFit = Guarded<typeof isMemoryFit>;

/** The part of a result that is drawn as a bar. */
export type Ledger = Pick<MemoryFit, "lines" | "bytesNeeded" | "bytesAvailable" | "names">;
