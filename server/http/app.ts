import { Hono } from "hono";
import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { getTool, listTools } from "../../tools/registry.ts";
import type { Advisor } from "../agent/advisor.ts";
import { parseAsk } from "./ask-request.ts";
import { readJson } from "./body.ts";
import { parseConversation } from "./chat-request.ts";
import { guardHost, guardMediaType, guardOrigin, guardPath, guardToken, type ServerEnv } from "./guards.ts";
import { servePage } from "./page.ts";
import { problem } from "./problem.ts";
import { noStore, securityHeaders } from "./security-headers.ts";

type Parts = {
  advisor: Advisor;
  knowledge: Knowledge;
  /** Every `host:port` this server is; read at each request, since the port may be known only after listening. */
  allowedHosts: ReadonlySet<string>;
  token: string | undefined;
  pageFolder: string;
  /** Aborted with the reason when answers that still run have to end. */
  stopping?: AbortSignal;
};

/** The HTTP door: guards first, then routes. It does not listen. */
export function createApp({ advisor, knowledge, allowedHosts, token, pageFolder, stopping }: Parts) {
  const app = new Hono<ServerEnv>();
  app.use(securityHeaders());
  app.use("/api/*", noStore());
  app.use(guardHost(allowedHosts), guardPath(), guardOrigin(allowedHosts));
  if (token !== undefined) app.use(guardToken(token));
  app.use(guardMediaType());
  app.onError((error) => problem(error));
  app.notFound(() => problem(new AppError("not-found", "Cannot find anything at this path.")));
  /** Fires when whoever asked has gone, or the server has to stop. */
  const ending = ({ signal }: Request) => (stopping ? AbortSignal.any([signal, stopping]) : signal);
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
    .post("/api/chat", async (c) => {
      const conversation = parseConversation(await readJson(c.req.raw));
      return advisor.stream(conversation, { abortSignal: ending(c.req.raw) });
    })
    .post("/api/ask", async (c) => {
      const { question, history } = parseAsk(await readJson(c.req.raw));
      return c.json(await advisor.ask(question, { history, abortSignal: ending(c.req.raw) }));
    })
    .get("/*", servePage(pageFolder));
}

/** The routes as types, for a typed client. */
export type App = ReturnType<typeof createApp>;
