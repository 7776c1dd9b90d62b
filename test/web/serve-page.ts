import { createAdvisor } from "../../server/agent/create-advisor.ts";
import { createOpenAICompatibleBackend } from "../../server/backends/openai-compatible.ts";
import { profileOf } from "../../server/backends/profiles.ts";
import { serve } from "../../server/commands/serve.ts";
import { knowledge } from "../fixtures/server-knowledge.ts";

/** Serves a built page and the advisor with a model at an endpoint: node serve-page.ts <root> <endpoint> <port> */
const [root = "", endpoint = "", port = "0"] = process.argv.slice(2);

const backend = createOpenAICompatibleBackend({ endpoint, model: "qwen3:4b", profile: profileOf("ollama") });
await serve(
  { host: "127.0.0.1", port: Number(port), token: undefined },
  { advisor: createAdvisor(backend, knowledge, () => performance.now()), knowledge, root },
);
