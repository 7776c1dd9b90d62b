import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createDoor } from "../../fixtures/http-door.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const { request } = createDoor();
const [first] = knowledge.documents();

const Listed = z.strictObject({ documents: z.array(z.looseObject({ id: z.string(), title: z.string() })) });
const Problem = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    candidates: z.array(z.string()).optional(),
  }),
});

describe("GET /api/documents", () => {
  it("lists every document without its text", async () => {
    const { documents } = Listed.parse(await (await request("/api/documents")).json());
    expect(documents).toEqual(knowledge.documents());
    expect(documents.some((document) => "text" in document)).toBe(false);
  });
});

describe("GET /api/documents/:id", () => {
  it("gives a whole document", async () => {
    const response = await request(`/api/documents/${first?.id}`);
    expect(await response.json()).toEqual({ document: knowledge.document(first?.id ?? "") });
  });

  it("answers an id that nobody wrote with 404 and the nearest", async () => {
    const response = await request(`/api/documents/${first?.id}s`);
    expect(response.status).toBe(404);
    const { error } = Problem.parse(await response.json());
    expect([error.code, error.candidates?.[0]]).toEqual(["unknown-id", first?.id]);
  });

  it.each([
    "/api/documents/..%2f..%2fpackage",
    "/api/documents/%2e%2e%2fsources.yaml",
    "/api/documents/..",
    "/api/documents/../sources",
    "/api/documents/sources.yaml",
    "/api/documents/Vlm-Sizing-2026",
    "/api/documents/a/b",
    `/api/documents/${"a".repeat(5_000)}`,
    "/api/documents/%E2%80%AE",
  ])("refuses %s, and shows no file", async (path) => {
    const response = await request(path);
    expect([400, 404]).toContain(response.status);
    const text = await response.text();
    expect(Problem.safeParse(JSON.parse(text)).success).toBe(true);
    expect(text).not.toMatch(/dependencies|publisher/);
  });
});
