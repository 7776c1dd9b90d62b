import type { Answer } from "../../server/agent/answer.ts";
import { isOneOf } from "../guards.ts";

export type Verdict = Answer["verdicts"][number]["verdict"];

export const isVerdict = isOneOf<Verdict>(["fits", "tight", "does-not-fit", "unsupported"]);
