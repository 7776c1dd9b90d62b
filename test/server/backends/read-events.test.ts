import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestEvent, largestReply, readEvents } from "../../../server/backends/read-events.ts";
import { collect } from "../../fixtures/collect.ts";

async function* inPieces(bytes: Uint8Array, cuts: readonly number[]) {
  const edges = [0, ...[...cuts].sort((one, other) => one - other), bytes.length];
  for (const [index, start] of edges.slice(0, -1).entries()) yield bytes.subarray(start, edges[index + 1]);
}

async function eventsOf(text: string | Uint8Array, cuts: readonly number[] = []) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return collect(readEvents(inPieces(bytes, cuts)));
}

const answer = 'data: {"text":"Grüße 🚀 from 東京 👩‍🔬"}\n\ndata: {"text":"Ω"}\n\ndata: [DONE]\n\n';
const wanted = [{ data: '{"text":"Grüße 🚀 from 東京 👩‍🔬"}' }, { data: '{"text":"Ω"}' }, { data: "[DONE]" }];

describe("readEvents()", () => {
  it.each([
    { form: "LF", text: answer },
    { form: "CRLF", text: answer.replaceAll("\n", "\r\n") },
    { form: "CR", text: answer.replaceAll("\n", "\r") },
    { form: "no blank after the colon", text: answer.replaceAll("data: ", "data:") },
    { form: "comments between", text: `: hello\n\n${answer.replaceAll("\n\n", "\n\n: still here\n\n")}` },
    { form: "ids and retry times", text: `id: 1\nretry: 100\n${answer}` },
    { form: "fields nobody knows", text: `colour: blue\n${answer}` },
    { form: "the name of every message", text: answer.replaceAll("data: ", "event: message\ndata: ") },
    { form: "no newline at the end", text: answer.trimEnd() },
    { form: "one newline at the end", text: `${answer.trimEnd()}\n` },
    { form: "a byte order mark", text: `\ufeff${answer}` },
  ])("reads the same events from $form, split at every byte", async ({ text }) => {
    const bytes = new TextEncoder().encode(text);
    for (let cut = 0; cut <= bytes.length; cut++) expect(await eventsOf(bytes, [cut])).toEqual(wanted);
  });

  it("reads the same events, whatever the pieces", async () => {
    const bytes = new TextEncoder().encode(answer.replaceAll("\n", "\r\n"));
    const cuts = fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(cuts, async (at) => void expect(await eventsOf(bytes, at)).toEqual(wanted)),
    );
    expect(await eventsOf(bytes, Array.from(bytes.keys()))).toEqual(wanted);
  });

  it("joins the lines of one event", async () => {
    expect(await eventsOf('data: {"text":\ndata: "Ω"}\n\n')).toEqual([{ data: '{"text":\n"Ω"}' }]);
  });

  it.each(["execute", "done", "ping", "constructor"])("drops events that are named %s", async (name) => {
    expect(await eventsOf(`event: ${name}\ndata: alert(1)\n\n${answer}`)).toEqual(wanted);
  });

  it.each([
    { form: "an event of that name", text: 'event: error\ndata: {"message":"x"}\n\n' },
    { form: "a field of that name", text: 'error: {"message":"x"}\n\n' },
  ])("tells an error that comes as $form", async ({ text }) => {
    expect(await eventsOf(text)).toEqual([{ failure: '{"message":"x"}' }]);
  });

  it("replaces bytes that are no UTF-8, and goes on", async () => {
    const bytes = Buffer.concat([
      Buffer.from("data: a"),
      Buffer.from([0xff]),
      Buffer.from("b\n\ndata: c\n\n"),
    ]);
    expect(await eventsOf(bytes)).toEqual([{ data: "a\ufffdb" }, { data: "c" }]);
  });

  const largest = "x".repeat(largestEvent - 100);
  it("takes an event just under the limit", async () => {
    expect(await eventsOf(`data: ${largest}\n\n`)).toEqual([{ data: largest }]);
  });

  it.each([
    { what: "a line without an end", piece: "x".repeat(65_536), first: "data: " },
    { what: "an event of ever more lines", piece: `${"data: xxxxxxxxxxxxxxxx\n".repeat(3_000)}`, first: "" },
  ])("gives up $what once it is too long, and takes no more", async ({ piece, first }) => {
    let taken = 0;
    async function* endless() {
      yield Buffer.from(first);
      for (;;) {
        taken += piece.length;
        yield Buffer.from(piece);
      }
    }
    await expect(collect(readEvents(endless()))).rejects.toMatchObject({ code: "llm-bad-response" });
    expect(taken).toBeLessThan(2 * largestEvent);
  });

  it("gives up a reply that is too long, in events or in comments", async () => {
    for (const piece of [`data: ${"x".repeat(60_000)}\n\n`, `: ${"x".repeat(60_000)}\n\n`]) {
      let taken = 0;
      async function* endless() {
        for (;;) {
          taken += piece.length;
          yield Buffer.from(piece);
        }
      }
      const all = collect(readEvents(endless()));
      await expect(all).rejects.toMatchObject({ code: "llm-bad-response" });
      expect(taken).toBeLessThan(largestReply + 2 * piece.length);
    }
  });
});
