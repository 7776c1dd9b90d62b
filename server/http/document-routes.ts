import { Hono } from "hono";
import type { Knowledge } from "../../knowledge/knowledge.ts";

/** The documents behind the answers: all of them in a list, and each whole. */
export function documentRoutes(knowledge: Knowledge) {
  return new Hono()
    .get("/", (c) => c.json({ documents: knowledge.documents() }))
    .get("/:id", (c) => c.json({ document: knowledge.document(c.req.param("id")) }));
}
