import { afterEach, describe, expect, it, vi } from "vitest";
import { AppError, type ErrorCode } from "../../../knowledge/errors.ts";
import { problem } from "../../../server/http/problem.ts";

const statuses: { code: ErrorCode; status: number }[] = [
  { code: "invalid-input", status: 400 },
  { code: "unauthorized", status: 401 },
  { code: "forbidden-host", status: 403 },
  { code: "forbidden-origin", status: 403 },
  { code: "unknown-id", status: 404 },
  { code: "unknown-tool", status: 404 },
  { code: "not-found", status: 404 },
  { code: "ambiguous-id", status: 409 },
  { code: "pairing-unavailable", status: 409 },
  { code: "payload-too-large", status: 413 },
  { code: "unsupported-media-type", status: 415 },
  { code: "too-many-attempts", status: 429 },
  { code: "index-unavailable", status: 503 },
  { code: "llm-unreachable", status: 503 },
  { code: "llm-no-tools", status: 503 },
];

const FIXED_TEXT = "Something failed inside the advisor; its log says what.";

describe("problem()", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(statuses)(
    "answers $code with status $status, its code and its sentence",
    async ({ code, status }) => {
      const response = problem(new AppError(code, "A sentence."));
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(await response.json()).toEqual({ error: { code, message: "A sentence." } });
    },
  );

  it("shows the candidates of an ambiguous name", async () => {
    const candidates = ["orin-nx-8gb", "orin-nx-16gb"];
    const response = problem(new AppError("ambiguous-id", "Which?", { candidates }));
    expect(await response.json()).toEqual({ error: { code: "ambiguous-id", message: "Which?", candidates } });
  });

  it("answers a tool input that its schema refuses with 422", () => {
    expect(problem(new AppError("invalid-input", "Cannot run memory-fit."), 422).status).toBe(422);
    expect(problem(new AppError("unknown-id", "Cannot find it."), 422).status).toBe(404);
  });

  it.each([
    { thrown: new Error("ENOENT /home/nvidia/secret") },
    { thrown: new AppError("invalid-record", "Cannot read /home/nvidia/x.yaml") },
    { thrown: new AppError("internal", "canary") },
    { thrown: "a string" },
  ])("tells the log, and never the client, what surprised: $thrown", async ({ thrown }) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const response = problem(thrown);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: { code: "internal", message: FIXED_TEXT } });
    expect(log).toHaveBeenCalledWith(thrown);
  });

  it("names the scheme a client without the token should use", () => {
    expect(problem(new AppError("unauthorized", "No.")).headers.get("www-authenticate")).toBe("Bearer");
    expect(problem(new AppError("not-found", "No.")).headers.get("www-authenticate")).toBeNull();
  });
});
