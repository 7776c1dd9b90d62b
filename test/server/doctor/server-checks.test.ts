import { describe, expect, it } from "vitest";
import {
  checkServer,
  checkServerVersion,
  compareVersions,
  serverNames,
} from "../../../server/doctor/server-checks.ts";
import { ollamaReport } from "../../fixtures/server-reports.ts";

describe("compareVersions()", () => {
  it.each([
    { a: "0.34.9", b: "0.35.0", sign: -1 },
    { a: "0.35.0", b: "0.35.0", sign: 0 },
    { a: "0.35.0-rc1", b: "0.35.0", sign: -1 },
    { a: "0.35.1-rc1", b: "0.35.0", sign: 1 },
    { a: "0.100.0", b: "0.35.0", sign: 1 },
    { a: "1.0", b: "0.35.0", sign: 1 },
  ])("of $a and $b is $sign", ({ a, b, sign }) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});

describe("checkServer()", () => {
  it("names the server, its version and its address", () => {
    const { state, message } = checkServer(ollamaReport(), undefined);
    expect(state).toBe("ok");
    expect(message).toBe("Ollama 0.35.1 answers at http://127.0.0.1:11434/v1.");
  });

  it("takes no server for information, since the built-in answerer is there", () => {
    expect(checkServer(undefined, undefined)).toMatchObject({ id: "server", state: "information" });
  });

  it.each([
    { asked: "http://127.0.0.1:11434/v1", fix: "ollama serve" },
    { asked: "http://127.0.0.1:8000/v1", fix: expect.stringContaining("vllm serve") },
    { asked: "http://127.0.0.1:8080", fix: expect.stringContaining("llama-server --jinja") },
  ])("takes silence at $asked, which was asked for, for a problem", ({ asked, fix }) => {
    expect(checkServer(undefined, asked)).toMatchObject({ state: "problem", fix });
  });

  it("has no command for a server it does not know", () => {
    expect(checkServer(undefined, "http://10.0.0.5:9999/v1")).not.toHaveProperty("fix");
  });

  it("has a name for every kind of server", () => {
    expect(Object.values(serverNames).every((name) => name !== "")).toBe(true);
  });
});

describe("checkServerVersion()", () => {
  it.each([
    { version: "0.34.2", state: "problem" },
    { version: "0.35.0-rc3", state: "problem" },
    { version: "v0.35.0", state: "ok" },
    { version: "0.36.0", state: "ok" },
    { version: "0.0.0", state: "warning" },
    { version: "built from source", state: "warning" },
  ])("of Ollama $version is $state", ({ version, state }) => {
    expect(checkServerVersion(ollamaReport([{}], { version }))).toMatchObject([
      { id: "server-version", state },
    ]);
  });

  it("gives the command that updates an old one", () => {
    const [check] = checkServerVersion(ollamaReport([{}], { version: "0.20.0" }));
    expect(check?.fix).toBe("curl -fsSL https://ollama.com/install.sh | sh");
  });

  it("says nothing of servers without a bound", () => {
    expect(checkServerVersion(ollamaReport([{}], { kind: "vllm", version: "0.1.0" }))).toEqual([]);
  });
});
