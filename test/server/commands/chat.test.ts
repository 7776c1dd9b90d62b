import { describe, expect, it } from "vitest";
import { createAdvisor } from "../../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../../server/backends/built-in.ts";
import { chat, type Terminal } from "../../../server/commands/chat.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const advisor = createAdvisor(createBuiltInBackend(), knowledge, () => 0);

/** A terminal in which somebody types these lines. */
function createTerminal(...lines: string[]) {
  const written: string[] = [];
  const notes: string[] = [];
  const terminal: Terminal = {
    lines: (async function* () {
      yield* lines;
    })(),
    write: (words) => written.push(words),
    note: (message) => notes.push(message),
    prompt: () => {},
    onInterrupt: () => () => {},
  };
  return { terminal, written, notes };
}

async function talk(...lines: string[]) {
  const { terminal, written, notes } = createTerminal(...lines);
  await chat({ json: true, history: [] }, advisor, terminal);
  return { answers: written.map((line): unknown => JSON.parse(line)), notes };
}

const first = "Does Llama 3.1 8B fit on an Orin NX 16GB?";

describe("chat()", () => {
  it("keeps in mind what was said before", async () => {
    const { answers } = await talk(first, "and on an Orin Nano 4GB?");
    expect(answers).toMatchObject([
      { verdicts: [{ device: "orin-nx-16gb" }], history: [] },
      { verdicts: [{ device: "orin-nano-4gb", workloads: ["Llama 3.1 8B Instruct"] }], history: [{}, {}] },
    ]);
  });

  it("starts afresh with /new, ends with /quit, and skips empty lines", async () => {
    const { answers } = await talk(first, "", "/new", "and on an Orin Nano 4GB?", "/quit", "never asked");
    expect(answers).toHaveLength(2);
    expect(answers[1]).toMatchObject({ history: [], verdicts: [] });
  });

  it("says what there is to say to an unknown command", async () => {
    const { answers, notes } = await talk("/hepl");
    expect(answers).toEqual([]);
    expect(notes.join("")).toMatch(/\/quit/);
  });

  it("writes words as they come and their grounds behind them", async () => {
    const { terminal, written } = createTerminal(first);
    await chat({ json: false, history: [] }, advisor, terminal);
    expect(written.length).toBeGreaterThan(3);
    expect(written.join("")).toMatch(/Yes, it fits.*Checked: \d+ numbers verified/s);
  });

  it("goes on after a question that failed", async () => {
    const { terminal, written } = createTerminal("one", "two");
    let asked = 0;
    const broken = {
      ask: async () => {
        asked += 1;
        throw new Error("/root/secret");
      },
    };
    await chat({ json: true, history: [] }, broken, terminal);
    expect(asked).toBe(2);
    expect(written.join("")).not.toContain("secret");
    expect(JSON.parse(written[0] ?? "")).toMatchObject({ error: { code: "internal" } });
  });

  it("stops an answer when it is interrupted, and remembers nothing of it", async () => {
    const { terminal, notes, written } = createTerminal("one", first);
    let calls = 0;
    const slow = {
      ask: (question: string, options: Parameters<typeof advisor.ask>[1] = {}) => {
        calls += 1;
        if (calls > 1) return advisor.ask(question, options);
        return new Promise<never>((_, reject) => {
          options.abortSignal?.addEventListener("abort", () => reject(new Error("aborted")));
        });
      },
    };
    await chat({ json: true, history: [] }, slow, {
      ...terminal,
      onInterrupt(stop) {
        if (calls === 0) queueMicrotask(stop);
        return () => {};
      },
    });
    expect(notes).toContain("Stopped.");
    expect(JSON.parse(written[0] ?? "{}")).toMatchObject({ history: [] });
  });
});
