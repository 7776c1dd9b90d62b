import { AppError } from "../../knowledge/errors.ts";
import type { Backend } from "./backend.ts";
import { BUILT_IN, createBuiltInBackend } from "./built-in.ts";
import type { InspectServer } from "./inspect-server.ts";
import type { ServerReport } from "./server-report.ts";

/** What the user says of the model that shall answer. */
export type ModelChoice = { endpoint?: string; model?: string };

/** What is outside: the environment, and where servers are looked for. */
export type Surroundings = {
  environment: Readonly<Record<string, string | undefined>>;
  discover(): Promise<ServerReport | undefined>;
};

const usualSurroundings: Surroundings = {
  environment: process.env,
  discover: async () => (await import("./discover.ts")).discoverServer(),
};

function listed({ models }: ServerReport): string {
  return models.length > 0 ? `it has ${models.map(({ id }) => id).join(", ")}` : "it has none";
}

/** A model at an endpoint; `seen` is what the server was just found to be. */
async function serve(
  endpoint: string,
  model: string,
  seen: ServerReport | undefined,
  { environment }: Surroundings,
): Promise<Backend> {
  const { createOpenAICompatibleBackend } = await import("./openai-compatible.ts");
  const { clocksFrom } = await import("./model-clocks.ts");
  return createOpenAICompatibleBackend({
    endpoint,
    model,
    clocks: clocksFrom(environment),
    ...(seen && { seen }),
  });
}

/** The model of a server that its user named without one: the loaded one, or the only one. */
async function onlyModel(seen: ServerReport | undefined): Promise<string> {
  if (seen === undefined)
    throw new AppError(
      "invalid-input",
      "Cannot tell which model of the endpoint shall answer: no server answers there. Name the model with --model, or start the server.",
    );
  const { writesText } = await import("./served-model.ts");
  const models = seen.models.filter(writesText);
  const [first] = models.filter(({ loaded }) => loaded);
  const only = first ?? (models.length === 1 ? models[0] : undefined);
  if (only) return only.id;
  throw new AppError(
    "invalid-input",
    `Cannot tell which model of the endpoint shall answer: ${listed(seen)}. Name one with --model.`,
    { candidates: models.map(({ id }) => id) },
  );
}

async function atEndpoint(endpoint: string, model: string | undefined, surroundings: Surroundings) {
  const { inspectServer }: { inspectServer: InspectServer } = await import("./inspect-server.ts");
  const seen = await inspectServer(endpoint, model ? { model } : {});
  return serve(endpoint, model ?? (await onlyModel(seen)), seen, surroundings);
}

/** A model of a server that was found, the one named or the best of it; without any the built-in answerer. */
async function atDiscovered(model: string | undefined, surroundings: Surroundings): Promise<Backend> {
  const seen = await surroundings.discover();
  if (seen === undefined) {
    if (model === undefined) return createBuiltInBackend();
    throw new AppError(
      "invalid-input",
      `Cannot use the model "${model}": no model server was found on this machine. Start one, or say where it is with --endpoint URL.`,
    );
  }
  const { findServedModel, findUsableModel } = await import("./served-model.ts");
  const found = model === undefined ? findUsableModel(seen) : findServedModel(seen, model);
  if (found) return serve(seen.endpoint, model ?? found.id, seen, surroundings);
  if (model === undefined) return createBuiltInBackend();
  const { modelError } = await import("./model-errors.ts");
  throw modelError("llm-model-missing", { subject: { model, kind: seen.kind } });
}

/** What the user named: by options, else by JETSON_ADVISOR_ENDPOINT and JETSON_ADVISOR_MODEL. */
export function namedChoice(
  { endpoint, model }: ModelChoice,
  { JETSON_ADVISOR_ENDPOINT, JETSON_ADVISOR_MODEL }: Surroundings["environment"] = process.env,
): { endpoint: string | undefined; model: string | undefined } {
  return {
    endpoint: endpoint ?? (JETSON_ADVISOR_ENDPOINT || undefined),
    model: model ?? (JETSON_ADVISOR_MODEL || undefined),
  };
}

/**
 * Who answers. The built-in answerer where it is named, or where nothing is named and no model server with a usable
 * model is found; JETSON_ADVISOR_ENDPOINT and JETSON_ADVISOR_MODEL stand in for what is not named. What talks to a
 * server is loaded only where there is one.
 */
export async function chooseBackend(
  choice: ModelChoice,
  surroundings: Surroundings = usualSurroundings,
): Promise<Backend> {
  const { endpoint, model } = namedChoice(choice, surroundings.environment);
  if (model === BUILT_IN) return createBuiltInBackend();
  return endpoint === undefined
    ? atDiscovered(model, surroundings)
    : atEndpoint(endpoint, model, surroundings);
}
