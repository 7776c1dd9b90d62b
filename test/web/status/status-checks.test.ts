import { describe, expect, it } from "vitest";
import { checksOf, type Status } from "../../../web/status/status-checks.ts";

type Report = NonNullable<Status["report"]>;

const server = { kind: "ollama", endpoint: "http://127.0.0.1:11434/v1", version: null } as const;
const serverCheck = { id: "server", state: "ok", title: "Model server", message: "Ollama answers." } as const;

function statusOf(status: Partial<Status>, report: Partial<Report> | null = {}): Status {
  const usual: Report = { ready: true, checks: [serverCheck], server, device: null, recommendation: null };
  return {
    model: "qwen3:4b",
    readiness: { ready: true },
    program: { version: "1.2.3", node: "24.0.0" },
    memory: null,
    report: report && { ...usual, ...report },
    ...status,
  };
}

const told = (status: Status) => checksOf(status).map(({ id, state }) => `${id}: ${state}`);
const unreachable = {
  ready: false,
  code: "llm-unreachable",
  message: "Cannot reach it.",
  fix: "ollama serve",
} as const;

describe("checksOf()", () => {
  it("adds the version of the program to what the doctor says", () => {
    expect(told(statusOf({}))).toEqual(["version: ok", "server: ok"]);
    expect(told(statusOf({ program: null }))).toEqual(["server: ok"]);
  });

  it("says who answers where no doctor looked", () => {
    expect(checksOf(statusOf({ program: null }, null))).toEqual([
      { id: "answers", state: "ok", title: "Answers", message: "qwen3:4b answers." },
    ]);
  });

  it("says why the model does not answer, with what mends it", () => {
    const [answers] = checksOf(statusOf({ readiness: { ...unreachable, code: "llm-oom" } }));
    expect(answers).toMatchObject({ id: "answers", state: "problem", fix: "ollama serve" });
  });

  it("does not say twice that the server is down", () => {
    const down = { ...serverCheck, state: "problem" } as const;
    const status = statusOf({ readiness: unreachable }, { ready: false, server: null, checks: [down] });
    expect(told(status)).toEqual(["version: ok", "server: problem"]);
  });

  it("says that a server is there which the built-in answerer does not use", () => {
    const status = statusOf({ model: "built-in" });
    expect(told(status)).toEqual(["answers: information", "version: ok", "server: ok"]);
    expect(told(statusOf({ model: "built-in" }, { server: null }))).toEqual(["version: ok", "server: ok"]);
  });
});
