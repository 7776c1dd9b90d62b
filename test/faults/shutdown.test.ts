import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Fault } from "../../evals/self/model-server/faults.ts";
import { startOllamaServer } from "../../evals/self/model-server/ollama-server.ts";
import { answerOf, createBench, errorOf, expectOrderly } from "../fixtures/fault-bench.ts";
import { chatBody, readReply, usualBrain, usualQuestion } from "../fixtures/whole-product.ts";

const bench = createBench();
afterEach(bench.close);

const program = join(import.meta.dirname, "../fixtures/serve-model.ts");

/** The service as a process of its own, with a question that its model is busy with. */
async function startBusy(fault: Fault, graceMs: number) {
  const server = bench.kept(await startOllamaServer({ brain: usualBrain, fault }));
  const child = spawn(process.execPath, [program, tmpdir(), server.endpoint, String(graceMs)]);
  bench.kept({ close: () => child.kill("SIGKILL") });
  const exited = once(child, "exit").then(([code]: unknown[]) => code);
  const [said] = await once(child.stderr, "data");
  const [, url = ""] = /(http:\S+)/.exec(String(said)) ?? [];
  const started = performance.now();
  const response = await fetch(`${url}/api/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: chatBody(usualQuestion),
  });
  const reply = readReply(response, started, () => {});
  await expect.poll(() => server.chats().length, { timeout: 5_000 }).toBe(1);
  return { server, child, url, reply, exited };
}

const refused = (url: string) =>
  fetch(`${url}/healthz`).then(
    () => false,
    () => true,
  );

describe("R24: SIGTERM while a model streams", () => {
  it("lets the answer finish, takes no new question, and ends with 0", async () => {
    const { server, child, url, reply, exited } = await startBusy({ kind: "pace", ms: 50 }, 9_000);
    child.kill("SIGTERM");
    await expect.poll(() => refused(url), { timeout: 500, interval: 20 }).toBe(true);
    expectOrderly(await reply);
    expect(answerOf(await reply)).toMatchObject({ degraded: false, verdict: "fits" });
    expect(await exited).toBe(0);
    await expect.poll(server.openSockets, { timeout: 1_000 }).toBe(0);
  });

  it.each<Fault>([
    { kind: "stall", at: 14 },
    { kind: "infinite", everyMs: 5 },
  ])("tells an answer that does not finish in time that the service stops: $kind", async (fault) => {
    const { server, child, reply, exited } = await startBusy(fault, 200);
    child.kill("SIGTERM");
    expectOrderly(await reply);
    expect(errorOf(await reply)).toMatchObject({
      code: "shutting-down",
      message: expect.stringContaining("Ask again"),
    });
    expect(await exited).toBe(0);
    await expect.poll(server.openSockets, { timeout: 1_000 }).toBe(0);
  });
});
