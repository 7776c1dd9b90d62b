import { AppError } from "../../knowledge/errors.ts";
import { BUILT_IN } from "../../server/backends/built-in.ts";
import { chooseBackend, type ModelChoice } from "../../server/backends/choose-backend.ts";
import { discoverServer } from "../../server/backends/discover.ts";
import { recordTraffic } from "./cassettes/record-traffic.ts";
import { replayTraffic } from "./cassettes/replay-traffic.ts";
import type { Tape } from "./cassettes/tape.ts";

/** Who is evaluated, and the tape that the traffic goes by. */
export type OnTrial = { model: string; endpoint?: string; tape?: Tape };

type Choice = ModelChoice & { record?: string; replay?: string };

async function openReplay(folder: string, model: string | undefined): Promise<OnTrial> {
  const tape = await replayTraffic(folder);
  if (model === undefined || model === tape.model) return { model: tape.model, tape };
  await tape.close();
  throw new AppError(
    "invalid-input",
    `Cannot replay ${folder} as "${model}": it was recorded of "${tape.model}".`,
  );
}

/** Where the model server is, as `ask` looks for it. */
export async function findEndpoint({ endpoint }: ModelChoice): Promise<string> {
  const named = endpoint ?? process.env.JETSON_ADVISOR_ENDPOINT;
  const found = named || (await discoverServer())?.endpoint;
  if (found) return found;
  throw new AppError(
    "invalid-input",
    "Cannot find a model server: none answers at the usual places. Name it with --endpoint URL.",
  );
}

/**
 * Finds who is evaluated, as `ask` does: the built-in answerer unless a model or an endpoint is named. A model that is
 * not there is said at once, and not once for each case.
 */
export async function openOnTrial({ record, replay, ...choice }: Choice): Promise<OnTrial> {
  if (record !== undefined && replay !== undefined)
    throw new AppError(
      "invalid-input",
      "Cannot both record and replay: choose one of --record and --replay.",
    );
  if (replay !== undefined) return openReplay(replay, choice.model);
  const isNamed = choice.model !== undefined || choice.endpoint !== undefined;
  const backend = await chooseBackend(isNamed ? choice : { model: BUILT_IN });
  const readiness = await backend.readiness();
  if (!readiness.ready && readiness.code !== "llm-loading")
    throw new AppError(readiness.code, readiness.message);
  const model = backend.name;
  const { endpoint } = choice;
  if (model === BUILT_IN && record !== undefined)
    throw new AppError("invalid-input", "Cannot record the built-in answerer: it asks no server.");
  if (record === undefined) return { model, ...(endpoint !== undefined && { endpoint }) };
  return { model, tape: await recordTraffic(await findEndpoint(choice), model, record) };
}
