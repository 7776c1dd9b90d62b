import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { scripted } from "../../evals/self/model-server/brain.ts";
import { usualClocks } from "../../server/backends/model-clocks.ts";
import {
  afterFirstSentence,
  answerOf,
  createBench,
  errorOf,
  expectOrderly,
  expectSettled,
  lifetimeOf,
  statusesOf,
  textOf,
} from "../fixtures/fault-bench.ts";
import { startLlamaServer } from "../fixtures/model-servers/llama-server.ts";
import { startProduct, usualQuestion, usualSentences } from "../fixtures/whole-product.ts";

const bench = createBench();
afterEach(bench.close);

describe("R02: a model that takes its time to begin", () => {
  it.each(["delay-headers", "delay-first"] as const)("is waited for within its time: %s", async (kind) => {
    const { product, server } = await bench.ollama({ fault: { kind, ms: 400 } });
    const reply = await product.chat();
    expectOrderly(reply);
    expect(answerOf(reply)).toMatchObject({ degraded: false, problem: null });
    await expectSettled(product, server);
  });

  it.each([
    { kind: "delay-headers", ms: 4_000 } as const,
    { kind: "delay-first", ms: 4_000 } as const,
    { kind: "heartbeats", ms: 4_000, everyMs: 50 } as const,
  ])("is given up when its time is over: $kind", async (fault) => {
    const { product, server } = await bench.ollama({ fault }, { clocks: { firstByteMs: 800 } });
    const reply = await product.chat();
    const waited = await lifetimeOf(server);
    expectOrderly(reply);
    expect(answerOf(reply)).toMatchObject({ degraded: true, problem: { code: "llm-timeout" } });
    expect(waited).toBeGreaterThan(700);
    expect(waited).toBeLessThan(1_200);
    await expectSettled(product, server);
  });

  it("is given its time while it loads, and the page hears of it", async () => {
    const server = bench.kept(
      await startLlamaServer({ brain: scripted({ text: usualSentences.join("") }), loading: 5 }),
    );
    const product = bench.kept(await startProduct(server.endpoint, { model: "Qwen3-4B-Q4_K_M.gguf" }));
    const reply = await product.chat();
    expectOrderly(reply);
    expect(statusesOf(reply).map(({ state }) => state)).toContain("loading");
    expect(answerOf(reply)).toMatchObject({ degraded: false });
    await expectSettled(product, server);
  });

  it("is answered for where it loads for ever", async () => {
    const server = bench.kept(
      await startLlamaServer({ brain: scripted({ text: "" }), loading: Number.POSITIVE_INFINITY }),
    );
    const product = bench.kept(await startProduct(server.endpoint, { clocks: { firstByteMs: 300 } }));
    const reply = await product.chat();
    expectOrderly(reply);
    expect(answerOf(reply)).toMatchObject({ degraded: true, problem: { code: "llm-loading" } });
    expect(await (await fetch(`${product.url}/readyz`)).json()).toMatchObject({
      error: { code: "llm-loading" },
    });
  });
});

describe("R03: a model that falls silent", () => {
  it.each([5, afterFirstSentence])("keeps what it said when it stops after %i words", async (at) => {
    const { product, server } = await bench.ollama(
      { fault: { kind: "stall", at } },
      { clocks: { idleMs: 400 } },
    );
    const reply = await product.chat();
    expectOrderly(reply);
    expect(errorOf(reply)?.code).toBe("llm-stalled");
    expect(textOf(reply)).toBe(
      usualSentences
        .join("")
        .split(/(?<= )/)
        .slice(0, at)
        .join(""),
    );
    const silence = await lifetimeOf(server);
    expect(silence).toBeGreaterThan(360);
    expect(silence).toBeLessThan(700);
    await expectSettled(product, server);
  });

  it("is not taken for silent while its words come slowly", async () => {
    const { product } = await bench.ollama({ fault: { kind: "pace", ms: 40 } }, { clocks: { idleMs: 200 } });
    const reply = await product.chat();
    expectOrderly(reply);
    expect(textOf(reply)).toBe(usualSentences.join(""));
  });

  it("gives ask() the built-in answer", async () => {
    const { product } = await bench.ollama({ fault: { kind: "stall", at: afterFirstSentence } });
    expect(await product.advisor.ask(usualQuestion)).toMatchObject({
      degraded: true,
      verdict: "fits",
      problem: { code: "llm-stalled" },
    });
  });
});

describe("the usual clocks", () => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"],
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Turns of the real event loop, in which sockets bring what they have. */
  async function settle() {
    for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  async function askWith(firstByteMs: number) {
    // Far beyond all clocks: nothing comes, and no fixture's own timer ends it.
    const { server, product } = await bench.ollama(
      { fault: { kind: "stall", at: 0 } },
      { clocks: { ...usualClocks, firstByteMs } },
    );
    const asked = product.chat();
    while (server.chats().length === 0) await settle();
    let isOver = false;
    asked.finally(() => {
      isOver = true;
    });
    return { asked, isOver: () => isOver };
  }

  it("wait 180 s for the first word, with a sign of life every ten, whatever the wall clock does", async () => {
    const { asked, isOver } = await askWith(usualClocks.firstByteMs);
    vi.setSystemTime(Date.now() + 31_536_000_000);
    await vi.advanceTimersByTimeAsync(170_000);
    await settle();
    expect(isOver()).toBe(false);
    vi.setSystemTime(Date.now() - 2 * 31_536_000_000);
    await vi.advanceTimersByTimeAsync(11_000);
    const reply = await asked;
    expectOrderly(reply);
    expect(answerOf(reply)?.problem?.code).toBe("llm-timeout");
    expect(reply.heartbeats).toBeGreaterThanOrEqual(12);
  });

  it("wait longer than 300 s where that is asked for", async () => {
    const { asked, isOver } = await askWith(400_000);
    for (let waited = 0; waited < 310_000; waited += 10_000) {
      await vi.advanceTimersByTimeAsync(10_000);
      await settle();
    }
    expect(isOver()).toBe(false);
    await vi.advanceTimersByTimeAsync(91_000);
    expect(answerOf(await asked)?.problem?.code).toBe("llm-timeout");
  });
});
