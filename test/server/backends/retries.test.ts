import { describe, expect, it } from "vitest";
import { usualClocks } from "../../../server/backends/model-clocks.ts";
import { modelError } from "../../../server/backends/model-errors.ts";
import { pause, retryAfterMs, retryDelay } from "../../../server/backends/retries.ts";

const now = Date.parse("2026-11-28T12:00:00Z");

describe("retryAfterMs()", () => {
  it.each([
    [undefined, undefined],
    ["1", 1_000],
    [" 2.5 ", 2_500],
    ["0", 0],
    ["Sat, 28 Nov 2026 12:00:07 GMT", 7_000],
    ["Sat, 28 Nov 2026 11:00:00 GMT", 0],
    ["soon", undefined],
    ["", undefined],
    ["-5", undefined],
  ])("reads %j as %j milliseconds", (header, milliseconds) => {
    const read = retryAfterMs(header, now);
    if (header === "-5") expect(read === undefined || read >= 0).toBe(true);
    else expect(read).toBe(milliseconds);
  });
});

describe("retryDelay()", () => {
  const refused = { error: modelError("llm-unreachable"), unconnected: true };
  const busy = { error: modelError("llm-busy"), status: 503 };
  const failed = { error: modelError("llm-bad-response"), status: 500 };

  it.each([
    { what: "a refused connection", failure: refused, attempts: 2 },
    { what: "a busy server", failure: busy, attempts: 2 },
    { what: "429", failure: { ...busy, status: 429 }, attempts: 2 },
    { what: "500", failure: failed, attempts: 1 },
    { what: "400", failure: { ...failed, status: 400 }, attempts: 0 },
    { what: "a redirect", failure: { ...failed, status: 302 }, attempts: 0 },
    { what: "no memory", failure: { error: modelError("llm-oom"), status: 500 }, attempts: 0 },
    { what: "no tools", failure: { error: modelError("llm-no-tools"), status: 500 }, attempts: 0 },
    {
      what: "too long a prompt",
      failure: { error: modelError("llm-context-exceeded"), status: 500 },
      attempts: 0,
    },
    {
      what: "a missing model",
      failure: { error: modelError("llm-model-missing"), status: 404 },
      attempts: 0,
    },
    { what: "a connection that broke", failure: { error: modelError("llm-interrupted") }, attempts: 0 },
    {
      what: "a connection that takes too long",
      failure: { error: modelError("llm-unreachable") },
      attempts: 0,
    },
    { what: "no time left", failure: { error: modelError("llm-timeout") }, attempts: 0 },
  ])("allows $attempts more attempts after $what", ({ failure, attempts }) => {
    const delays = [1, 2, 3, 4].map((made) => retryDelay(failure, made, usualClocks));
    expect(delays.filter((delay) => delay !== undefined)).toHaveLength(attempts);
    expect(delays.slice(0, attempts)).not.toContain(undefined);
  });

  it("spreads its waits, the second twice as long as the first, two seconds in all", () => {
    const first = Array.from({ length: 200 }, () => retryDelay(refused, 1, usualClocks) ?? 0);
    const second = Array.from({ length: 200 }, () => retryDelay(refused, 2, usualClocks) ?? 0);
    expect(new Set(first).size).toBeGreaterThan(100);
    expect(Math.min(...second)).toBeGreaterThan(Math.min(...first));
    expect(Math.max(...first) + Math.max(...second)).toBeLessThan(2_000);
  });

  it.each([
    ["1", 1_000],
    ["3600", 30_000],
  ])("follows Retry-After: %s for %i ms", (retryAfter, milliseconds) => {
    expect(retryDelay({ ...busy, retryAfter }, 1, usualClocks)).toBe(milliseconds);
  });

  it("asks a loading server again and again, ever more slowly", () => {
    const loading = { error: modelError("llm-loading"), status: 503 };
    const delays = [1, 3, 10, 1_000].map((made) => retryDelay(loading, made, usualClocks) ?? 0);
    expect(delays).toEqual([...delays].sort((one, other) => one - other));
    expect(delays[0]).toBeLessThan(500);
    expect(delays[3]).toBe(2_500);
  });
});

describe("pause()", () => {
  it("waits", async () => {
    const started = performance.now();
    await pause(20, new AbortController().signal);
    expect(performance.now() - started).toBeGreaterThan(15);
  });

  it("ends with the caller's reason, when the caller goes away", async () => {
    const controller = new AbortController();
    const waiting = pause(10_000, controller.signal);
    controller.abort(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
  });
});
