import { afterEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../../../knowledge/errors.ts";
import { reportFailure } from "../../../server/commands/failure.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function report(error: unknown, asJson: boolean) {
  const [printed, told]: [string[], string[]] = [[], []];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => told.push(String(text)) > 0);
  const code = reportFailure(error, asJson, (text) => printed.push(text));
  return { code, printed, told: told.join("") };
}

describe("reportFailure()", () => {
  it.each([
    { code: "invalid-input", exit: 2 },
    { code: "unknown-tool", exit: 2 },
    { code: "unknown-id", exit: 1 },
    { code: "llm-unreachable", exit: 1 },
  ] as const)("exits with $exit for $code and says why in a line", ({ code, exit }) => {
    const result = report(new AppError(code, "Cannot go on."), false);
    expect(result).toEqual({ code: exit, printed: [], told: `${code}: Cannot go on.\n` });
  });

  it("prints the error as JSON too where JSON is read", () => {
    const { printed } = report(new AppError("unknown-id", "Cannot find it.", { candidates: ["x"] }), true);
    expect(printed.map((text): unknown => JSON.parse(text))).toEqual([
      { error: { code: "unknown-id", message: "Cannot find it.", candidates: ["x"] } },
    ]);
  });

  it("tells a surprise to standard error only", () => {
    const { code, printed, told } = report(new TypeError("secret"), true);
    expect(code).toBe(1);
    expect(printed.join()).not.toContain("secret");
    expect(told).toContain("TypeError: secret");
  });
});
