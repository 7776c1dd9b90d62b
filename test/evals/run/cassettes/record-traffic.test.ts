import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readCassette } from "../../../../evals/run/cassettes/cassette.ts";
import { recordTraffic } from "../../../../evals/run/cassettes/record-traffic.ts";
import { endpointOf, type Tape } from "../../../../evals/run/cassettes/tape.ts";
import { taskSlug } from "../../../../evals/run/task.ts";
import { scripted } from "../../../../evals/self/model-server/brain.ts";
import { startOllamaServer } from "../../../../evals/self/model-server/ollama-server.ts";
import { inspectServer } from "../../../../server/backends/inspect-server.ts";

const task = { case: "fit/one", trial: 1 };
const slug = taskSlug(task);
const body = JSON.stringify({ model: "qwen3:4b", stream: true, messages: [{ role: "user", content: "Hi" }] });
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function recording(options: Partial<Parameters<typeof startOllamaServer>[0]> = {}) {
  const server = await startOllamaServer({ brain: scripted({ text: "A word or two." }), ...options });
  const folder = mkdtempSync(join(tmpdir(), "eval-record-"));
  const tape = await recordTraffic(server.endpoint, "qwen3:4b", folder);
  open.push(tape, server);
  return { server, folder, tape };
}

function chat(tape: Tape): Promise<Response> {
  return fetch(`${endpointOf(tape, task)}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer secret" },
    body,
  });
}

/** Resolves when the trial has so many exchanges. */
async function recorded(folder: string, count: number) {
  while (readCassette(folder, slug).length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  return readCassette(folder, slug);
}

describe("recordTraffic()", () => {
  it("hands on what the server says, byte for byte, and what it is asked", async () => {
    const { server, folder, tape } = await recording();
    const direct = await (
      await fetch(`${server.endpoint}/chat/completions`, { method: "POST", body })
    ).text();
    const reply = await chat(tape);
    expect(reply.headers.get("content-type")).toBe("text/event-stream");
    expect(await reply.text()).toBe(direct);
    expect(server.chats().at(-1)?.body).toEqual(JSON.parse(body));
    expect(await recorded(folder, 1)).toMatchObject([
      { request: { method: "POST", path: "/v1/chat/completions", body }, status: 200, end: "complete" },
    ]);
  });

  it("looks like the server that it stands before", async () => {
    const { server, tape } = await recording();
    const [behind, before] = [
      await inspectServer(server.endpoint),
      await inspectServer(endpointOf(tape, task)),
    ];
    expect(before).toEqual({ ...behind, endpoint: endpointOf(tape, task) });
  });

  it("hands a key on and keeps it out of the files", async () => {
    const { server, folder, tape } = await recording();
    await (await chat(tape)).text();
    await recorded(folder, 1);
    expect(server.chats()[0]?.headers.authorization).toBe("Bearer secret");
    expect(readFileSync(join(folder, `${slug}.jsonl`), "utf8")).not.toContain("secret");
  });

  it("breaks off where the server does, and says so on the tape", async () => {
    const { folder, tape } = await recording({ fault: { kind: "rst", at: 3 } });
    await expect(chat(tape).then((reply) => reply.text())).rejects.toThrow();
    expect(await recorded(folder, 1)).toMatchObject([{ status: 200, end: "broken" }]);
  });

  it("lets go of the server when it is left", async () => {
    const { server, folder, tape } = await recording({ fault: { kind: "stall", at: 3 } });
    const sent = request(`${endpointOf(tape, task)}/chat/completions`, { method: "POST" });
    sent.on("error", () => {});
    sent.end(body);
    const [reply] = await once(sent, "response");
    await once(reply, "data");
    reply.on("error", () => {});
    sent.destroy();
    expect(await recorded(folder, 1)).toMatchObject([{ end: "left" }]);
    while (server.openSockets() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it("keeps nothing of a server that is gone", async () => {
    const { server, folder, tape } = await recording();
    await server.close();
    open.splice(1);
    await expect(chat(tape)).rejects.toThrow();
    expect(readCassette(folder, slug)).toEqual([]);
  });
});
