import type { Mode } from "../../server/agent/answer.ts";
import type { Limits } from "../scorers/scorer.ts";
import type { Tape } from "./cassettes/tape.ts";

/** What a thread has to know before it can make trials; plain values, since it is sent over. */
export type WorkerSetUp = {
  indexFolder: string;
  casesFolder: string;
  model: string;
  /** Not given for the built-in answerer. */
  endpoint?: string;
  /** Stands before the endpoint and has an address for each trial. */
  tape?: Pick<Tape, "root" | "path">;
  mode: Mode;
  /** Whether the answers are checked. */
  checked: boolean;
  timeoutMs: number;
  limits: Limits;
};
