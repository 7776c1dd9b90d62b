import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { tools } from "../../tools/registry.ts";
import { startModelServer } from "../fixtures/openai-server.ts";

const program = join(import.meta.dirname, "../../server/cli.ts");
const question = "Does Llama 3.1 8B fit on an Orin NX 16GB?";
const input = JSON.stringify({ device: "orin-nx-16gb", workloads: [{ model: "llama-3.1-8b" }] });

/** Runs the program as a shell does: arguments, standard input, and what comes out where. */
async function run(words: readonly string[], stdin = "") {
  const child = spawn(process.execPath, [program, ...words]);
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { stdout, stderr, code: Number(code) };
}

describe("jetson-advisor", () => {
  it.each(["--help", "ask hello", "tool --list"])(
    "ends quietly when the reader of %s has gone",
    async (words) => {
      const child = spawn(process.execPath, [program, ...words.split(" ")]);
      child.stdin.end();
      child.stdout.destroy();
      const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
      expect([code, stderr]).toEqual([0, ""]);
    },
  );
});

describe("jetson-advisor ask", () => {
  it("prints the whole answer as JSON on standard output and nothing else anywhere", async () => {
    const { stdout, stderr, code } = await run(["ask", "--json", ...question.split(" ")]);
    expect([code, stderr]).toEqual([0, ""]);
    const answer: unknown = JSON.parse(stdout);
    expect(answer).toMatchObject({ question, verdict: "fits", model: "built-in", check: { unverified: [] } });
    const fields = ["question", "answer", "verdict", "verdicts", "toolCalls", "facts", "citations", "check"];
    for (const field of [...fields, "model", "durationMs"]) expect(answer).toHaveProperty(field);
  });

  it("reads the question from standard input", async () => {
    const { stdout, stderr, code } = await run(["ask"], `${question}\n`);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/\bfits\b/);
    expect(stdout).toContain("Checked:");
  });

  it("asks the model behind an endpoint", async () => {
    const server = await startModelServer({ text: "Hello at 999 tok/s." });
    const words = ["ask", "--json", "--endpoint", server.endpoint, "--model", "qwen3:8b", "Hello"];
    const { stdout, code } = await run(words);
    await server.close();
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      answer: expect.not.stringContaining("999"),
      model: "qwen3:8b",
      check: { unverified: [], struck: [{ text: "Hello at 999 tok/s." }] },
    });
  });

  it("answers without the model where it does not answer, and says why, without the address", async () => {
    const server = await startModelServer({ text: "Hello." });
    await server.close();
    const words = ["ask", "--json", "--endpoint", server.endpoint, "--model", "qwen3:8b", question];
    const { stdout, stderr, code } = await run(words);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      degraded: true,
      problem: { code: "llm-unreachable" },
      verdict: "fits",
    });
    expect(stdout).not.toContain(server.endpoint);
  });

  it("goes on after an earlier answer", async () => {
    const { stdout: before } = await run(["ask", "--json", question]);
    const file = join(mkdtempSync(join(tmpdir(), "after-")), "answer.json");
    writeFileSync(file, before);
    const { stdout, code } = await run(["ask", "--json", "--after", file, "and on the 8 GB one?"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ verdicts: [{ device: "orin-nx-8gb" }], history: [{}, {}] });
  });

  it.each([
    { why: "no question", words: ["ask"] },
    { why: "a model without its endpoint", words: ["ask", "--model", "qwen3:8b", "Hello"] },
    { why: "an endpoint without a model", words: ["ask", "--endpoint", "http://127.0.0.1:1/v1", "Hello"] },
  ])("exits with 2 and says how to mend $why", async ({ words }) => {
    const { stdout, stderr, code } = await run(words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^invalid-input: Cannot [^\n]+\n$/);
  });
});

describe("jetson-advisor tool", () => {
  it("lists the tools with their schemas as JSON", async () => {
    const { stdout, stderr, code } = await run(["tool", "--list"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject(
      tools.map(({ name }) => ({ name, inputSchema: { type: "object" } })),
    );
  });

  it.each([
    { how: "an option", words: ["--input", input], stdin: "" },
    { how: "standard input", words: [], stdin: input },
  ])("runs a tool on the input of $how", async ({ words, stdin }) => {
    const { stdout, stderr, code } = await run(["tool", "memory-fit", ...words], stdin);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "fits", facts: expect.any(Array) });
  });

  it.each([
    { why: "a wrong field", name: "memory-fit", text: '{"device":5}', error: "invalid-input" },
    { why: "no JSON", name: "memory-fit", text: "device", error: "invalid-input" },
    { why: "an unknown name", name: "look-up", text: '{"name":"Foo-9000"}', error: "unknown-id" },
    { why: "an unknown tool", name: "memory", text: "{}", error: "unknown-tool" },
  ])(
    "exits with 2 and prints the error as JSON on standard output for $why",
    async ({ name, text, error }) => {
      const { stdout, stderr, code } = await run(["tool", name, "--input", text]);
      expect([code, stderr]).toEqual([2, ""]);
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: error, message: expect.any(String) } });
    },
  );

  it("answers good and bad lines, one each, and exits with 0", async () => {
    const stdin = `${input}\n{"device":5}\n\nnot JSON\n${input.replace("16gb", "9gb")}\n${input}`;
    const { stdout, stderr, code } = await run(["tool", "memory-fit", "--jsonl"], stdin);
    expect([code, stderr]).toEqual([0, ""]);
    const answers = stdout.trimEnd().split("\n");
    expect(answers.map((line): unknown => JSON.parse(line))).toMatchObject([
      { verdict: "fits" },
      { error: { code: "invalid-input" } },
      { error: { code: "invalid-input" } },
      { error: { code: "unknown-id" } },
      { verdict: "fits" },
    ]);
    expect(answers[4]).toBe(answers[0]);
  });

  it("exits with 2 where no tool is named", async () => {
    const { stdout, stderr, code } = await run(["tool"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("--list");
  });
});

describe("jetson-advisor search", () => {
  it("prints passages, or the same as JSON", async () => {
    const [shown, json] = await Promise.all([
      run(["search", "cold", "start", "on", "Thor", "--limit", "2"]),
      run(["search", "--json", "--limit", "2", "cold start on Thor"]),
    ]);
    expect([shown.code, shown.stderr, json.code, json.stderr]).toEqual([0, "", 0, ""]);
    const passages = z.array(z.looseObject({ id: z.string() })).parse(JSON.parse(json.stdout));
    expect(passages).toHaveLength(2);
    for (const { id } of passages) expect(shown.stdout).toContain(`[${id}]`);
  });

  it("exits with 2 for a limit that is no number", async () => {
    expect((await run(["search", "--limit", "many", "Thor"])).code).toBe(2);
  });
});

describe("jetson-advisor doctor", () => {
  const nowhere = ["--endpoint", "http://127.0.0.1:1/v1"];

  it("prints its checks as JSON, and exits with 1 where the server that was named does not answer", async () => {
    const { stdout, stderr, code } = await run(["doctor", "--json", "--device", "thor", ...nowhere]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      ready: false,
      checks: expect.arrayContaining([expect.objectContaining({ id: "server", state: "problem" })]),
      recommendation: { device: "agx-thor-devkit" },
    });
  });

  it("reads what else runs from each --beside", async () => {
    const words = ["--device", "thor", "--beside", "Qwen2.5-VL-7B and YOLO11n", "--beside", "Whisper small"];
    const { stdout } = await run(["doctor", ...words, ...nowhere]);
    expect(stdout).toContain("beside Qwen2.5-VL 7B Instruct and YOLO11n and Whisper small");
  });

  it.each([
    { why: "an unknown board", words: ["--device", "orin-mega"], exit: 1, error: "unknown-id" },
    { why: "nothing beside", words: ["--beside", " "], exit: 2, error: "invalid-input" },
    { why: "a set-up without a server", words: ["--set-up", "--yes"], exit: 1, error: "llm-unreachable" },
  ])("exits with $exit for $why and says how to mend it", async ({ words, exit, error }) => {
    const { stdout, stderr, code } = await run(["doctor", ...words, ...nowhere]);
    expect([code, stdout]).toEqual([exit, ""]);
    expect(stderr).toMatch(new RegExp(`^${error}: Cannot [^\\n]+\\n$`));
  });
});

describe("jetson-advisor", () => {
  it.each([["advise"], ["ask", "--jsonn", "Hello"], ["search"], []])(
    "exits with 2, says so on standard error and prints nothing for: %j",
    async (...words) => {
      const { stdout, stderr, code } = await run(words);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).not.toBe("");
    },
  );

  it("prints its help on standard output and exits with 0", async () => {
    const { stdout, stderr, code } = await run(["--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    for (const command of ["ask", "tool", "search", "serve", "doctor"]) expect(stdout).toContain(command);
  });
});
