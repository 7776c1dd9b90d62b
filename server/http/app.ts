import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { getTool, listTools } from "../../tools/registry.ts";
import type { Advisor } from "../agent/advisor.ts";
import { createAccess } from "./access.ts";
import { parseAsk } from "./ask-request.ts";
import { readJson } from "./body.ts";
import { catalogRoutes } from "./catalog-routes.ts";
import { parseConversation } from "./chat-request.ts";
import type { Pairing } from "./device-routes.ts";
import { documentRoutes } from "./document-routes.ts";
import { guardHost, guardMediaType, guardOrigin, guardPath, type ServerEnv } from "./guards.ts";
import { servePage } from "./page.ts";
import { problem } from "./problem.ts";
import { questionRoutes } from "./question-routes.ts";
import { toRefusal } from "./refusal.ts";
import { noStore, securityHeaders } from "./security-headers.ts";
import { type StatusWorld, statusRoutes } from "./status-routes.ts";

type Parts = {
  advisor: Advisor;
  knowledge: Knowledge;
  /** Every `host:port` this server is; read at each request, since the port may be known only after listening. */
  allowedHosts: ReadonlySet<string>;
  token: string | undefined;
  /** Only where other devices reach this server. */
  pairing?: Pairing | undefined;
  /** Where unpaired devices are remembered beyond this process. */
  endedSessionsFile?: string;
  pageFolder: string;
  /** Aborted with the reason when answers that still run have to end. */
  stopping?: AbortSignal;
  /** What the status looks at; without it the status tells who answers, and nothing of the machine. */
  status?: StatusWorld;
};

/** The HTTP door: guards first, then routes. It does not listen. */
export function createApp(parts: Parts) {
  const { advisor, knowledge, allowedHosts, pageFolder, stopping, status } = parts;
  const app = new Hono<ServerEnv>();
  const access = createAccess(parts);
  app.use(securityHeaders());
  app.use("/api/*", noStore());
  app.use(guardHost(allowedHosts), guardPath(), guardOrigin(allowedHosts));
  app.use(access.guard, guardMediaType());
  app.onError(toRefusal);
  app.notFound(() => problem(new AppError("not-found", "Cannot find anything at this path.")));
  /** Fires when whoever asked has gone or was unpaired, or the server has to stop. */
  const ending = (c: Context<ServerEnv>) => {
    const signals = [c.req.raw.signal, stopping, access.endingOf(c.get("sessionId"))];
    return AbortSignal.any(signals.filter((signal) => signal !== undefined));
  };
  return app
    .get("/healthz", (c) => c.json({ status: "ok" }))
    .get("/readyz", async (c) => {
      const readiness = await advisor.readiness();
      if (readiness.ready) return c.json({ status: "ready", model: advisor.model });
      const { code, message, fix } = readiness;
      return c.json({ error: { code, message, ...(fix && { fix }) } }, 503);
    })
    .get("/api/tools", (c) => c.json({ tools: listTools() }))
    .post("/api/tools/:name", async (c) => {
      const tool = getTool(c.req.param("name"));
      const input = await readJson(c.req.raw);
      try {
        return c.json((await tool.call(input, knowledge)).output);
      } catch (thrown) {
        return problem(thrown, 422);
      }
    })
    .route("/api/catalog", catalogRoutes(knowledge))
    .route("/api/question", questionRoutes(knowledge))
    .post("/api/chat", async (c) => {
      const conversation = parseConversation(await readJson(c.req.raw));
      return advisor.stream(conversation, { abortSignal: ending(c) });
    })
    .post("/api/ask", async (c) => {
      const { question, history } = parseAsk(await readJson(c.req.raw));
      return c.json(await advisor.ask(question, { history, abortSignal: ending(c) }));
    })
    .route("/", access.routes)
    .route("/api/documents", documentRoutes(knowledge))
    .route("/api/status", statusRoutes(advisor, status))
    .get("/*", compress(), servePage(pageFolder));
}

/** The routes as types, for a typed client. */
export type App = ReturnType<typeof createApp>;
