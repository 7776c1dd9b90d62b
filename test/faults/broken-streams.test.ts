import { afterEach, describe, expect, it } from "vitest";
import { scripted } from "../../evals/self/model-server/brain.ts";
import type { Fault } from "../../evals/self/model-server/faults.ts";
import {
  afterFirstSentence,
  answerOf,
  createBench,
  errorOf,
  expectOrderly,
  expectSettled,
  leaksOf,
  textOf,
} from "../fixtures/fault-bench.ts";
import { usualQuestion, usualSentences } from "../fixtures/whole-product.ts";

const bench = createBench();
afterEach(bench.close);

const at = afterFirstSentence + 1;
const [first] = usualSentences;
const secret = "CUDA error at /root/llama.cpp/ggml.cu:77 http://10.1.2.3:11434";

/** Ways in which a reply ends before its end, and what each is called. */
const breaks: { name: string; fault: (at: number) => Fault; code: string }[] = [
  { name: "the connection ends", fault: (at) => ({ kind: "fin", at }), code: "llm-interrupted" },
  { name: "the connection is reset", fault: (at) => ({ kind: "rst", at }), code: "llm-interrupted" },
  { name: "the body ends early, cleanly", fault: (at) => ({ kind: "eof", at }), code: "llm-interrupted" },
  { name: "it is not JSON", fault: (at) => ({ kind: "bad-json", at }), code: "llm-bad-response" },
  {
    name: "an error comes as data",
    fault: (at) => ({ kind: "in-band-error", at, error: { error: { message: "internal", code: 500 } } }),
    code: "llm-bad-response",
  },
  {
    name: "an error comes as a bare text",
    fault: (at) => ({ kind: "in-band-error", at, error: { error: secret } }),
    code: "llm-oom",
  },
  {
    name: "an error comes as an event",
    fault: (at) => ({ kind: "raw-event", at, text: 'event: error\ndata: {"message":"signal: killed"}\n\n' }),
    code: "llm-oom",
  },
  {
    name: "the mark of the end comes without a reason",
    fault: (at) => ({ kind: "raw-event", at, text: "data: [DONE]\n\n" }),
    code: "llm-interrupted",
  },
];

describe("R04 and R07: a reply that breaks off", () => {
  it.each(breaks)("keeps the words shown and says so once, where $name", async ({ fault, code }) => {
    const { server, product } = await bench.ollama({ fault: fault(at) });
    const reply = await product.chat();
    expectOrderly(reply);
    expect(errorOf(reply)?.code).toBe(code);
    expect(textOf(reply).startsWith(first ?? "")).toBe(true);
    await expectSettled(product, server);
  });

  it.each(breaks)("gives the built-in answer before any word, where $name", async ({ fault, code }) => {
    const { server, product } = await bench.ollama({ fault: fault(0) });
    const reply = await product.chat();
    expectOrderly(reply);
    expect(answerOf(reply)).toMatchObject({ degraded: true, verdict: "fits", problem: { code } });
    expect(textOf(reply)).toMatch(/^\*\*Yes, it fits/);
    await expectSettled(product, server);
  });

  it.each(breaks)("gives ask() the whole built-in answer, where $name", async ({ fault, code }) => {
    const { product } = await bench.ollama({ fault: fault(at) });
    const answer = await product.advisor.ask(usualQuestion);
    expect(answer).toMatchObject({ degraded: true, verdict: "fits", problem: { code } });
    expect(answer.answer).toMatch(/^\*\*Yes, it fits/);
    expect(leaksOf(JSON.stringify(answer.problem))).toEqual([]);
  });

  it("never takes a text without its closing mark for complete", async () => {
    const { product } = await bench.ollama({ fault: { kind: "no-done" } });
    const reply = await product.chat();
    expectOrderly(reply);
    expect(errorOf(reply)?.code).toBe("llm-interrupted");
    expect(textOf(reply)).toBe(usualSentences.join(""));
  });

  it("makes no second attempt after words were shown", async () => {
    const { server, product } = await bench.ollama({ fault: { kind: "rst", at } });
    await product.chat();
    expect(server.chats()).toHaveLength(1);
  });
});

describe("R05: framing", () => {
  const text = "Llama 3.1 8B fits on the Jetson Orin NX 16GB 🙂. Größe, 大小 and 🚀 are words. ";

  it("gives the same words wherever the bytes are split", async () => {
    const { server, product } = await bench.ollama({ brain: scripted({ text }) });
    const whole = textOf(await product.chat());
    expect(whole).toContain("🚀");
    const seen = new Set<string>();
    // Every 251st byte meets all parts of an event, and multi-byte characters at each of their bytes.
    for (let offset = 1; offset < 6_000; offset += 251) {
      server.setFault({ kind: "split", at: offset });
      seen.add(textOf(await product.chat()));
    }
    expect([...seen]).toEqual([whole]);
  });

  const chunk = (content: string) =>
    JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
  const end = JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });

  it.each([
    {
      name: "lines end with CR LF",
      lines: [`data: ${chunk(text)}`, "", `data: ${end}`, "", "data: [DONE]", "", ""],
      by: "\r\n",
    },
    {
      name: "lines end with CR",
      lines: [`data: ${chunk(text)}`, "", `data: ${end}`, "", "data: [DONE]", "", ""],
      by: "\r",
    },
    {
      name: "comments come between",
      lines: [": hi", "", `data:${chunk(text)}`, "", ":", `data: ${end}`, "", "data: [DONE]", ""],
      by: "\n",
    },
    {
      name: "the last newline is missing",
      lines: [`data: ${chunk(text)}`, "", `data: ${end}`, "", "data: [DONE]"],
      by: "\n",
    },
    {
      name: "other events come between",
      lines: [
        "event: execute",
        `data: ${chunk("EVIL")}`,
        "",
        `data: ${chunk(text)}`,
        "id: 7",
        "",
        `data: ${end}`,
        "",
        "data: [DONE]",
        "",
      ],
      by: "\n",
    },
  ])("reads it byte by byte where $name", async ({ lines, by }) => {
    const bytes = new TextEncoder().encode(lines.join(by));
    const { product } = await bench.ollama({ fault: { kind: "bytes", bytes, every: 1 } });
    const reply = await product.chat();
    expectOrderly(reply);
    expect(textOf(reply)).toBe(text);
    expect(answerOf(reply)?.degraded).toBe(false);
  });

  it.each([
    "data: {]\n\n",
    "data: null\n\n",
    "data: 7\n\n",
    'data: {"choices":"none"}\n\n',
    "\u0000\u0001\u0002",
    "{}\n{}\n",
  ])("answers for a server that sends %j", async (sent) => {
    const { server, product } = await bench.ollama({
      fault: { kind: "bytes", bytes: new TextEncoder().encode(sent) },
    });
    const reply = await product.chat();
    expectOrderly(reply);
    expect(answerOf(reply)?.problem?.code).toMatch(/^llm-(?:bad-response|interrupted)$/);
    await expectSettled(product, server);
  });
});

describe("R06: a reply without bounds", () => {
  it.each<Fault>([{ kind: "long-line", bytes: 64 * 2 ** 20 }, { kind: "gzip-bomb" }, { kind: "html" }])(
    "is cut off early: $kind",
    async (fault) => {
      const { server, product } = await bench.ollama({ fault });
      const reply = await product.chat();
      expectOrderly(reply);
      expect(answerOf(reply)).toMatchObject({ degraded: true, problem: { code: "llm-bad-response" } });
      expect(reply.tookMs).toBeLessThan(5_000);
      expect(server.chats()[0]?.sentBytes ?? 0).toBeLessThan(8 * 2 ** 20);
      await expectSettled(product, server);
    },
  );
});
