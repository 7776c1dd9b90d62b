import { afterEach, describe, expect, it } from "vitest";
import { type Brain, contentOf } from "../../evals/self/model-server/brain.ts";
import {
  answerOf,
  createBench,
  expectOrderly,
  expectSettled,
  statusesOf,
  textOf,
} from "../fixtures/fault-bench.ts";
import { usualQuestion } from "../fixtures/whole-product.ts";

const bench = createBench();
afterEach(bench.close);

/** Says to each its own word again, slowly enough that the others have to wait. */
const echo: Brain = ({ messages }) => {
  const [, word = ""] = /My word is (\w+)\./.exec(messages.map(contentOf).join("\n")) ?? [];
  return { text: `Llama 3.1 8B fits on the Jetson Orin NX 16GB. Your word is ${word}. ` };
};
const words = Array.from({ length: 50 }, (_, index) =>
  [index % 7, Math.floor(index / 7)]
    .map((at) => ["kestrel", "marten", "otter", "heron", "lynx", "adder", "plover", "stoat"][at])
    .join(""),
);

const percentile = (values: readonly number[], share: number) =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? 0;

describe("R18: fifty who ask at once", () => {
  it.each([1, 2])("get their own answer or are told to come back, with %i at the model", async (slots) => {
    let active = 0;
    let most = 0;
    const { server, product } = await bench.ollama(
      {
        brain: (body, index) => {
          active = server.chats().filter(({ closedAt }) => closedAt === undefined).length;
          most = Math.max(most, active);
          return echo(body, index);
        },
        fault: { kind: "pace", ms: 5 },
      },
      { slots },
    );
    const all = Promise.all(words.map((word) => product.chat(`${usualQuestion} My word is ${word}.`)));
    const health = await product.healthDuring(all);
    const replies = await all;
    const taken = replies.filter(({ status }) => status === 200);
    const refused = replies.filter(({ status }) => status !== 200);
    // Whoever comes when the first has been answered already finds a place again.
    expect(taken.length).toBeGreaterThanOrEqual(slots + 8);
    expect(refused.length).toBeGreaterThan(25);
    for (const { status, headers, raw } of refused) {
      expect(status).toBe(503);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      expect(JSON.parse(raw)).toMatchObject({ error: { code: "queue-full" } });
    }
    for (const [index, reply] of replies.entries()) {
      if (reply.status !== 200) continue;
      expectOrderly(reply);
      expect(answerOf(reply)?.degraded).toBe(false);
      expect(textOf(reply)).toContain(`Your word is ${words[index]}.`);
      expect(words.filter((word) => word !== words[index] && reply.raw.includes(word))).toEqual([]);
    }
    expect(most).toBe(slots);
    // On two shared cores; a middle value tells a stalled loop from a busy neighbour.
    expect(percentile(health, 0.5)).toBeLessThan(200);
    await expectSettled(product, server);
  });

  it("are told their place, and each time they move up", async () => {
    const { server, product } = await bench.ollama({ fault: { kind: "delay-headers", ms: 150 } });
    const replies = await Promise.all([product.chat(), product.chat(), product.chat()]);
    const places = replies.map((reply) =>
      statusesOf(reply).flatMap(({ state, position }) => (state === "queued" ? [position] : [])),
    );
    expect(places.toSorted((one, other) => one.length - other.length)).toEqual([[], [1], [2, 1]]);
    await expectSettled(product, server);
  });

  it("are all answered in the end where they come back", async () => {
    const { server, product } = await bench.ollama();
    const untilTaken = async (): Promise<number> => {
      const { status } = await product.chat();
      return status === 503 ? untilTaken() : status;
    };
    const statuses = await Promise.all(Array.from({ length: 20 }, untilTaken));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await expectSettled(product, server);
  });

  it("are answered without a model though its queue is full", async () => {
    const { server, product } = await bench.ollama({ fault: { kind: "stall", at: 0 } });
    const waiting = Array.from({ length: 9 }, () => product.chat());
    await expect.poll(async () => (await product.chat()).status, { timeout: 3_000 }).toBe(503);
    await expect(product.advisor.ask(usualQuestion)).rejects.toMatchObject({ code: "queue-full" });
    const tool = await fetch(`${product.url}/api/tools/memory-fit`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ device: "orin-nx-16gb", workloads: [{ model: "llama-3.1-8b" }] }),
    });
    expect(await tool.json()).toMatchObject({ verdict: "fits" });
    server.setFault({ kind: "ok" });
    for (const reply of await Promise.all(waiting)) expectOrderly(reply);
  });
});
