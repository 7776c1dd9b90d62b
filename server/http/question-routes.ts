import { Hono } from "hono";
import { z } from "zod";
import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { MemoryFitInput } from "../../tools/memory/plan.ts";
import { toQuestion } from "../built-in/phrase-plan.ts";
import { readJson } from "./body.ts";
import { problem } from "./problem.ts";

function parsePlan(body: unknown): MemoryFitInput {
  const plan = MemoryFitInput.safeParse(body);
  if (plan.success) return plan.data;
  throw new AppError("invalid-input", `Cannot put the plan in words: ${z.prettifyError(plan.error)}`);
}

/** An input of `memory-fit` as the question that asks for it, so that a plan made without words can be talked about. */
export function questionRoutes(knowledge: Knowledge) {
  return new Hono().post("/", async (c) => {
    const body = await readJson(c.req.raw);
    try {
      return c.json({ question: toQuestion(parsePlan(body), knowledge) });
    } catch (thrown) {
      return problem(thrown, 422);
    }
  });
}
