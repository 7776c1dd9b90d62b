import { z } from "zod";
import type { Ask, JsonAnswer } from "./ask-json.ts";
import type { ServedModel, ServerReport } from "./server-report.ts";

type Found = Omit<ServerReport, "endpoint">;
/** "silent" where nobody answers at all, so that no other question is worth its time. */
type Read = Promise<Found | "silent" | undefined>;

const Version = z.object({ version: z.string() });
const Tags = z.object({
  models: z.array(z.object({ name: z.string(), size: z.number().optional() })).nullish(),
});
const Loaded = z.object({
  models: z
    .array(
      z.object({
        name: z.string(),
        size: z.number().optional(),
        size_vram: z.number().optional(),
        context_length: z.number().optional(),
      }),
    )
    .nullish(),
});
const Show = z.object({ parameters: z.string().nullish(), capabilities: z.array(z.string()).nullish() });
const Models = z.object({
  data: z.array(z.object({ id: z.string(), max_model_len: z.number().nullish() })),
});
const Props = z.object({
  default_generation_settings: z.object({ n_ctx: z.number().optional() }),
  build_info: z.string().optional(),
});

/** The answer in a shape, or nothing where it has another. */
function asShape<T>(shape: z.ZodType<T>, answer: JsonAnswer | undefined): T | undefined {
  return answer?.status === 200 ? shape.safeParse(answer.json).data : undefined;
}

/** More models than this are not asked about one by one. */
const mostShown = 40;

/** The context of the Modelfile, and whether the template takes tools. */
function shownOf(
  show: z.infer<typeof Show> | undefined,
): Pick<ServedModel, "contextTokens" | "tools" | "embedding"> {
  const [, numCtx] = /^num_ctx\s+(\d+)/m.exec(show?.parameters ?? "") ?? [];
  const { capabilities } = show ?? {};
  return {
    ...(numCtx && { contextTokens: Number(numCtx) }),
    ...(capabilities && {
      tools: capabilities.includes("tools"),
      embedding: !capabilities.includes("completion"),
    }),
  };
}

function loadedOf(model: NonNullable<z.infer<typeof Loaded>["models"]>[number] | undefined) {
  if (!model) return { loaded: false };
  const { size, size_vram, context_length } = model;
  return {
    loaded: true,
    ...(context_length && { contextTokens: context_length }),
    ...(size && { loadedBytes: size }),
    ...(size && size_vram !== undefined && { gpuShare: Math.min(1, size_vram / size) }),
  };
}

/** Ollama, told by its version endpoint. */
export async function readOllama(ask: Ask, model?: string): Read {
  const answer = await ask("/api/version");
  if (answer === undefined) return "silent";
  const version = asShape(Version, answer)?.version;
  if (version === undefined) return undefined;
  const [tags, ps] = await Promise.all([ask("/api/tags"), ask("/api/ps")]);
  const stored = asShape(Tags, tags)?.models ?? [];
  const loaded = new Map((asShape(Loaded, ps)?.models ?? []).map((entry) => [entry.name, entry]));
  const isAsked = (name: string) => model === undefined || name === model || name === `${model}:latest`;
  const models = stored.map(async ({ name, size }, index): Promise<ServedModel> => {
    const shown = isAsked(name) && index < mostShown ? await ask("/api/show", { model: name }) : undefined;
    return {
      id: name,
      ...(size && { storedBytes: size }),
      ...shownOf(asShape(Show, shown)),
      ...loadedOf(loaded.get(name)),
    };
  });
  return { kind: "ollama", version, models: await Promise.all(models) };
}

async function listModels(ask: Ask) {
  return asShape(Models, await ask("/v1/models"))?.data;
}

/** llama-server, told by its properties, or by how it says that it is loading. */
export async function readLlamaServer(ask: Ask): Read {
  const answer = await ask("/props");
  const isLoading = answer?.status === 503 && /loading model/i.test(JSON.stringify(answer.json ?? ""));
  const props = asShape(Props, answer);
  if (!props && !isLoading) return undefined;
  const listed = (await listModels(ask)) ?? [];
  const contextTokens = props?.default_generation_settings.n_ctx;
  return {
    kind: "llama-server",
    ...(props?.build_info && { version: props.build_info }),
    ...(isLoading && { loading: true }),
    models: listed.map(({ id }) => ({ id, loaded: !isLoading, ...(contextTokens && { contextTokens }) })),
  };
}

function toServed({ id, max_model_len }: z.infer<typeof Models>["data"][number]): ServedModel {
  return { id, loaded: true, ...(max_model_len && { contextTokens: max_model_len }) };
}

/** vLLM, told by a version beside models that say how long they read. */
export async function readVllm(ask: Ask): Read {
  const [answer, listed] = await Promise.all([ask("/version"), listModels(ask)]);
  const version = asShape(Version, answer)?.version;
  if (version === undefined || !listed?.some(({ max_model_len }) => max_model_len)) return undefined;
  return { kind: "vllm", version, models: listed.map(toServed) };
}

/** Any other server that lists models. */
export async function readOpenAI(ask: Ask): Promise<Found | undefined> {
  const listed = await listModels(ask);
  return (
    listed && {
      kind: "openai-compatible",
      models: listed.map((entry) => ({ ...toServed(entry), loaded: false })),
    }
  );
}
