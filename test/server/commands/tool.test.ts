import { Readable } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { runTool, runToolLines, tool } from "../../../server/commands/tool.ts";
import { getTool, tools } from "../../../tools/registry.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const input = { device: "orin-nx-16gb", workloads: [{ model: "llama-3.1-8b" }] };
const bad = [
  { why: "no JSON", text: "device=orin", code: "invalid-input" },
  { why: "an empty text", text: "", code: "invalid-input" },
  { why: "a wrong field", text: '{"device":5}', code: "invalid-input" },
  { why: "an unknown board", text: JSON.stringify({ ...input, device: "orin-mega" }), code: "unknown-id" },
  { why: "an ambiguous board", text: JSON.stringify({ ...input, device: "Orin NX" }), code: "ambiguous-id" },
];

async function run(name: string, text: string) {
  const printed: string[] = [];
  const exitCode = await runTool(name, text, knowledge, (line) => printed.push(line));
  return { exitCode, printed: printed.map((line): unknown => JSON.parse(line)) };
}

async function* lines(...texts: string[]) {
  yield* texts;
}

async function runLines(name: string, ...texts: string[]) {
  const printed: string[] = [];
  await runToolLines(name, lines(...texts), knowledge, (line) => printed.push(line));
  return printed;
}

describe("runTool()", () => {
  it("prints the whole result and returns 0", async () => {
    const { output } = await getTool("memory-fit").call(input, knowledge);
    expect(await run("memory-fit", JSON.stringify(input))).toEqual({
      exitCode: 0,
      printed: [JSON.parse(JSON.stringify(output))],
    });
  });

  it("prints the same result for the input that the result resolved", async () => {
    const [first] = (await run("memory-fit", JSON.stringify(input))).printed;
    const resolved = typeof first === "object" && first && "resolved" in first ? first.resolved : undefined;
    const [second] = (await run("memory-fit", JSON.stringify(resolved))).printed;
    expect(second).toMatchObject({ resolved, verdict: "fits" });
  });

  it.each(bad)("prints the error as JSON and returns 2 for $why", async ({ text, code }) => {
    expect(await run("memory-fit", text)).toEqual({
      exitCode: 2,
      printed: [{ error: expect.objectContaining({ code, message: expect.stringMatching(/^Cannot /) }) }],
    });
  });

  it("lists the candidates of a name that is not clear", async () => {
    const { printed } = await run("memory-fit", JSON.stringify({ ...input, device: "Orin NX" }));
    expect(printed).toMatchObject([{ error: { candidates: expect.arrayContaining(["orin-nx-8gb"]) } }]);
  });

  it("answers an unknown tool with the known ones", async () => {
    const { exitCode, printed } = await run("memory", "{}");
    expect(exitCode).toBe(2);
    expect(printed).toMatchObject([
      { error: { code: "unknown-tool", candidates: tools.map(({ name }) => name) } },
    ]);
  });
});

describe("runToolLines()", () => {
  it("answers each line by one line, an error by its JSON, in the order of the lines", async () => {
    const good = JSON.stringify(input);
    const printed = await runLines("memory-fit", ...bad.map(({ text }) => text), good);
    const codes = bad.filter(({ text }) => text !== "").map(({ code }) => ({ error: { code } }));
    expect(printed.map((line): unknown => JSON.parse(line))).toMatchObject([...codes, { verdict: "fits" }]);
    for (const line of printed) expect(line).not.toContain("\n");
  });

  it("passes over empty lines, and prints nothing for no lines", async () => {
    expect(await runLines("look-up", "", '{"name":"Thor"}', "  ")).toHaveLength(1);
    expect(await runLines("look-up")).toEqual([]);
  });

  it("answers the lines after one on which something failed inside", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = {
      ...knowledge,
      get models(): Knowledge["models"] {
        throw new TypeError("a catalogue that cannot be read");
      },
    };
    const printed: string[] = [];
    const texts = lines(JSON.stringify(input), '{"device":5}');
    await runToolLines("memory-fit", texts, broken, (line) => printed.push(line));
    expect(printed.map((line): unknown => JSON.parse(line))).toMatchObject([
      { error: { code: "internal", message: expect.not.stringContaining("catalogue") } },
      { error: { code: "invalid-input" } },
    ]);
    expect(told).toHaveBeenCalledOnce();
    told.mockRestore();
  });

  it("refuses an unknown tool before it reads a line", async () => {
    await expect(runLines("memory", "{}")).rejects.toMatchObject({ code: "unknown-tool" });
  });
});

describe("tool()", () => {
  async function call(name: string | undefined, options: Parameters<typeof tool>[1], stdin = "") {
    const printed: string[] = [];
    const code = await tool(name, options, Readable.from([stdin]), knowledge, (line) => printed.push(line));
    return { code, printed: printed.map((line): unknown => JSON.parse(line)) };
  }

  it("lists the tools", async () => {
    expect((await call(undefined, { list: true })).printed).toMatchObject([
      tools.map(({ name }) => ({ name })),
    ]);
  });

  it.each([
    { options: { input: JSON.stringify(input) }, stdin: "" },
    { options: {}, stdin: JSON.stringify(input) },
    { options: { jsonl: true }, stdin: `${JSON.stringify(input)}\n` },
  ])("answers the input of $options, else of standard input", async ({ options, stdin }) => {
    expect(await call("memory-fit", options, stdin)).toMatchObject({
      code: 0,
      printed: [{ verdict: "fits" }],
    });
  });

  it("returns 2 for a wrong input and refuses a call without a name", async () => {
    expect((await call("memory-fit", { input: "{}" })).code).toBe(2);
    await expect(call(undefined, {})).rejects.toMatchObject({ code: "invalid-input" });
  });
});
