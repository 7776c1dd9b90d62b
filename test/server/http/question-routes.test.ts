import { describe, expect, it } from "vitest";
import { toQuestion } from "../../../server/built-in/phrase-plan.ts";
import { createDoor } from "../../fixtures/http-door.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

async function send(body: string) {
  const response = await createDoor().post("/api/question", body);
  const answer: unknown = await response.json();
  return { status: response.status, answer };
}
const ask = (plan: unknown) => send(JSON.stringify(plan));

describe("POST /api/question", () => {
  it("answers a plan with the question that asks for it", async () => {
    const plan = { device: "orin-nx-16gb", os: "headless" as const, workloads: [{ model: "qwen3-8b" }] };
    expect(await ask(plan)).toEqual({ status: 200, answer: { question: toQuestion(plan, knowledge) } });
  });

  it.each([
    { what: "no plan", plan: { device: "orin-nx-16gb" }, status: 422, code: "invalid-input" },
    {
      what: "a field nobody knows",
      plan: { device: "orin-nx-16gb", workloads: [{ model: "qwen3-8b" }], colour: "green" },
      status: 422,
      code: "invalid-input",
    },
    {
      what: "a board described on the spot",
      plan: {
        device: { name: "Mine", memory: "16 GB", bandwidth: "100 GB/s" },
        workloads: [{ model: "qwen3-8b" }],
      },
      status: 422,
      code: "invalid-input",
    },
    {
      what: "an unknown model",
      plan: { device: "orin-nx-16gb", workloads: [{ model: "no such model" }] },
      status: 404,
      code: "unknown-id",
    },
    {
      what: "a board of two sizes",
      plan: { device: "Orin NX", workloads: [{ model: "qwen3-8b" }] },
      status: 409,
      code: "ambiguous-id",
    },
  ])("answers $what with $status", async ({ plan, status, code }) => {
    expect(await ask(plan)).toMatchObject({ status, answer: { error: { code } } });
  });

  it("answers what is no JSON with 400", async () => {
    expect(await send("{")).toMatchObject({ status: 400, answer: { error: { code: "invalid-input" } } });
  });
});
