import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { type Exchange, encodeChunks, openCassettes } from "../../../../evals/run/cassettes/cassette.ts";
import { replayTraffic } from "../../../../evals/run/cassettes/replay-traffic.ts";
import { endpointOf, type Tape } from "../../../../evals/run/cassettes/tape.ts";
import { taskSlug } from "../../../../evals/run/task.ts";

const task = { case: "fit/one", trial: 1 };
const open: Tape[] = [];
afterEach(async () => {
  for (const tape of open.splice(0)) await tape.close();
});

const exchange = (said: string, change: Partial<Exchange> = {}): Exchange => ({
  request: { method: "POST", path: "/v1/chat/completions", body: "a question" },
  status: 200,
  headers: [["content-type", "text/event-stream"]],
  ...encodeChunks([Buffer.from(said), Buffer.from("!")]),
  end: "complete",
  ...change,
});

async function replaying(...exchanges: Exchange[]) {
  const folder = mkdtempSync(join(tmpdir(), "eval-replay-"));
  const keep = openCassettes(folder, { model: "qwen3:4b", path: "/v1" });
  for (const each of exchanges) keep(taskSlug(task), each);
  const tape = await replayTraffic(folder);
  open.push(tape);
  return tape;
}

const chat = (tape: Tape, body = "a question", of = task) =>
  fetch(`${endpointOf(tape, of)}/chat/completions`, { method: "POST", body });

describe("replayTraffic()", () => {
  it("knows of whom the tape is", async () => {
    expect(await replaying()).toMatchObject({ model: "qwen3:4b", path: "/v1" });
  });

  it("says again what was said, with its status and headers", async () => {
    const tape = await replaying(exchange("no", { status: 503, headers: [["retry-after", "7"]] }));
    const reply = await chat(tape);
    expect([reply.status, reply.headers.get("retry-after"), await reply.text()]).toEqual([503, "7", "no!"]);
  });

  it("gives to a repeated question the next answer, and the last one for ever", async () => {
    const tape = await replaying(exchange("first"), exchange("second"));
    const replies = [];
    for (let times = 0; times < 3; times++) replies.push(await (await chat(tape)).text());
    expect(replies).toEqual(["first!", "second!", "second!"]);
    expect(tape.isMissed(task)).toBe(false);
  });

  it("breaks off where the server did", async () => {
    const tape = await replaying(exchange("half", { end: "broken" }));
    await expect(chat(tape).then((reply) => reply.text())).rejects.toThrow();
  });

  it("stays silent where it was left", async () => {
    const tape = await replaying(exchange("half", { end: "left" }));
    const reply = await chat(tape);
    const reader = reply.body?.getReader();
    let heard = "";
    while (heard.length < "half!".length)
      heard += Buffer.from((await reader?.read())?.value ?? []).toString();
    expect(heard).toBe("half!");
    expect(await Promise.race([reader?.read(), sleep(50, "silence")])).toBe("silence");
    await reader?.cancel();
  });

  it("tells a trial that asks what is not on its tape, and only that one", async () => {
    const tape = await replaying(exchange("yes"));
    const other = { ...task, trial: 2 };
    expect((await chat(tape)).status).toBe(200);
    const reply = await chat(tape, "a question", other);
    expect([reply.status, await reply.text()]).toEqual([404, expect.stringContaining("record anew")]);
    expect([tape.isMissed(task), tape.isMissed(other)]).toEqual([false, true]);
    await chat(tape, "another question");
    expect(tape.isMissed(task)).toBe(true);
  });

  it("takes it for no miss where only the kind of the server is asked for", async () => {
    const tape = await replaying();
    expect((await fetch(`${tape.root}/${taskSlug(task)}/api/version`)).status).toBe(404);
    expect(tape.isMissed(task)).toBe(false);
  });
});
