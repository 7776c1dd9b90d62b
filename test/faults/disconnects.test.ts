import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { scripted } from "../../evals/self/model-server/brain.ts";
import type { Fault } from "../../evals/self/model-server/faults.ts";
import { createBench, expectSettled } from "../fixtures/fault-bench.ts";
import { usualBrain, usualQuestion } from "../fixtures/whole-product.ts";

const bench = createBench();
afterEach(bench.close);

/** Asks and goes away once a part of that kind came; with no kind, at once. */
async function leaveAt(product: Awaited<ReturnType<typeof bench.ollama>>["product"], type?: string) {
  const client = new AbortController();
  const onPart = (part: { type: string }) => {
    if (part.type === type) client.abort();
  };
  const asked = product.chat(usualQuestion, { signal: client.signal, onPart });
  if (type === undefined) setTimeout(() => client.abort(), 5);
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
}

describe("R17: a client that goes away", () => {
  it.each<{ name: string; part?: string; fault: Fault }>([
    { name: "while it is planned", fault: { kind: "pace", ms: 20 } },
    { name: "with the first results", part: "tool-output-available", fault: { kind: "pace", ms: 20 } },
    { name: "before the model begins", part: "data-status", fault: { kind: "delay-headers", ms: 5_000 } },
    { name: "before the first word", part: "data-status", fault: { kind: "stall", at: 0 } },
    { name: "with the first words", part: "text-delta", fault: { kind: "pace", ms: 20 } },
    { name: "when the model has stalled", part: "text-delta", fault: { kind: "stall", at: 14 } },
    { name: "while a model goes on for ever", part: "data-status", fault: { kind: "infinite", everyMs: 5 } },
    { name: "while the model is asked again", part: "data-status", fault: { kind: "status", status: 503 } },
  ])("takes its request to the model along, and leaves its place: $name", async ({ part, fault }) => {
    const slow = { idleMs: 60_000, firstByteMs: 60_000, totalMs: 60_000 };
    const { server, product } = await bench.ollama({ fault }, { clocks: slow });
    for (let count = 0; count < 3; count++) {
      await leaveAt(product, part);
      await expect.poll(server.openSockets, { timeout: 1_000, interval: 10 }).toBe(0);
    }
    await expectSettled(product, server);
  });

  it("leaves the queue, and those behind it move up", async () => {
    const { server, product } = await bench.ollama({ fault: { kind: "delay-headers", ms: 300 } });
    const first = product.chat();
    await expect.poll(() => server.chats().length, { timeout: 3_000 }).toBe(1);
    const client = new AbortController();
    const second = product.chat(usualQuestion, {
      signal: client.signal,
      onPart: ({ type }) => {
        if (type === "data-status") client.abort();
      },
    });
    await expect(second).rejects.toMatchObject({ name: "AbortError" });
    await Promise.all([first, product.chat()]);
    expect(server.chats()).toHaveLength(2);
    await expectSettled(product, server);
  });

  it("holds for whoever calls ask() too", async () => {
    const { server, product } = await bench.ollama({ fault: { kind: "stall", at: 14 } });
    const caller = new AbortController();
    const asked = product.advisor.ask(usualQuestion, { abortSignal: caller.signal });
    await expect.poll(() => server.chats().length, { timeout: 3_000 }).toBe(1);
    caller.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    await expectSettled(product, server);
  });

  it("costs nothing that stays, forty times over", async () => {
    const { server, product } = await bench.ollama({ brain: scripted({ text: "word ".repeat(200) }) });
    for (let count = 0; count < 40; count++) {
      const client = new AbortController();
      const asked = product.chat("Hello there", { signal: client.signal }).catch(() => {});
      await sleep(count % 20);
      client.abort();
      await asked;
    }
    server.setBrain(usualBrain);
    await expectSettled(product, server);
  });
});
