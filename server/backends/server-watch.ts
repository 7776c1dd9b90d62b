import type { AppError } from "../../knowledge/errors.ts";
import type { Readiness } from "./backend.ts";
import type { InspectServer } from "./inspect-server.ts";
import { modelError, pullCommand } from "./model-errors.ts";
import { type BackendProfile, profileOf } from "./profiles.ts";
import { findServedModel } from "./served-model.ts";
import type { ServerReport } from "./server-report.ts";

/** Milliseconds for which the last look at the server counts. */
const freshMs = 2_000;
/** Milliseconds for a look, which a question waits for; a server that takes longer is asked the question all the same. */
const lookMs = 800;

export type Watched = {
  endpoint: string;
  model: string;
  /** What the server is taken for until it says what it is. */
  guess: BackendProfile;
  /** What it was just found to be. */
  seen?: ServerReport;
};

function notReady(error: AppError, fix?: string): Readiness {
  const { code, message } = error;
  return { ready: false, code, message, ...(fix && { fix }) };
}

function readinessOf(report: ServerReport | undefined, model: string): Readiness {
  if (report === undefined) return notReady(modelError("llm-unreachable"));
  if (report.loading) return notReady(modelError("llm-loading"));
  const { kind, models } = report;
  // A server of unknown habits that lists nothing may have it all the same.
  const listsNothing = kind === "openai-compatible" && models.length === 0;
  if (listsNothing || findServedModel(report, model)) return { ready: true };
  const subject = { model, kind };
  return notReady(modelError("llm-model-missing", { subject }), pullCommand(subject));
}

/** What a server says of itself and our model, asked anew when the last answer is older than two seconds. */
export function createServerWatch({ endpoint, model, guess, seen }: Watched, inspect: InspectServer) {
  let profile = guess;
  let last = seen && { at: performance.now(), report: Promise.resolve<ServerReport | undefined>(seen) };
  const look = async () => {
    if (last === undefined || performance.now() - last.at > freshMs)
      last = { at: performance.now(), report: inspect(endpoint, { model, timeoutMs: lookMs }) };
    const report = await last.report;
    if (report) profile = profileOf(report.kind);
    return report;
  };
  return {
    /** The habits of the server as far as it is known by now: it may start after us. */
    profile: () => profile,
    async readiness(): Promise<Readiness> {
      return readinessOf(await look(), model);
    },
    async contextTokens(): Promise<number> {
      const report = await look();
      return (report && findServedModel(report, model)?.contextTokens) ?? profile.contextTokens;
    },
  };
}
