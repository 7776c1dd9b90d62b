import { describe, expect, it } from "vitest";
import { modelError } from "../../../server/backends/model-errors.ts";
import { type ReplySource, toReplyBody } from "../../../server/backends/reply-body.ts";

const clocks = { firstByteMs: 1_000, idleMs: 1_000, totalMs: 1_000 };
const chunk = (delta: object, finish_reason: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\r\n\r\n`;
const recorded = Buffer.from(
  `: hello\n\n${chunk({ role: "assistant", content: "" })}${chunk({ content: "Größe 🚀" })}${chunk({ content: "👩‍🔬 東京" })}${chunk({}, "stop")}data: [DONE]\n\n`,
);

/** A source without timers, and the reasons it was closed for. */
function createSource() {
  const closed: unknown[] = [];
  let failure: unknown;
  const source: ReplySource = {
    close(reason) {
      closed.push(reason);
      failure ??= reason;
    },
    limit: () => () => {},
    reasonOf: (cause) => failure ?? (cause instanceof Error && "code" in cause ? cause : undefined),
  };
  return { source, closed };
}

function bodyOf(chunks: AsyncIterable<Uint8Array>, source = createSource().source, requestBody = "{}") {
  return new Response(toReplyBody(chunks, source, clocks, requestBody));
}

async function* pieces(...all: Uint8Array[]) {
  yield* all;
}

describe("toReplyBody()", () => {
  it("gives the same bytes for a recorded reply split at every byte", async () => {
    const whole = await bodyOf(pieces(recorded)).text();
    expect(whole).toContain("👩‍🔬 東京");
    for (let cut = 0; cut <= recorded.length; cut++) {
      const split = pieces(recorded.subarray(0, cut), recorded.subarray(cut));
      expect(await bodyOf(split).text()).toBe(whole);
    }
  });

  it("says of every reply that was cut short that it was, wherever it was cut", async () => {
    const mark = recorded.indexOf("[DONE]") + "[DONE]".length;
    for (let length = 0; length < mark; length++) {
      const text = await bodyOf(pieces(recorded.subarray(0, length))).text();
      expect(text).toMatch(/"code":"llm-(interrupted|bad-response)"/);
      expect(text).not.toContain("[DONE]");
    }
  });

  it("puts an error behind the text that came before it, and closes its source", async () => {
    async function* broken() {
      yield Buffer.from(chunk({ content: "one" }));
      throw new Error("ECONNRESET 10.0.0.7");
    }
    const { source, closed } = createSource();
    const text = await bodyOf(broken(), source).text();
    expect(text.indexOf("one")).toBeLessThan(text.indexOf("llm-interrupted"));
    expect(text).not.toContain("10.0.0.7");
    expect(closed).toEqual([undefined]);
  });

  it("tells the reason for which the source was closed", async () => {
    const { source } = createSource();
    source.close(modelError("llm-stalled"));
    expect(await bodyOf(pieces(), source).text()).toContain("llm-stalled");
  });

  it("fails with the caller's own reason", async () => {
    const { source } = createSource();
    source.close(new DOMException("gone", "AbortError"));
    await expect(bodyOf(pieces(), source).text()).rejects.toMatchObject({ name: "AbortError" });
  });

  it("takes nothing before it is asked, and closes its source when it is not wanted", async () => {
    let taken = 0;
    async function* counted() {
      taken += 1;
      yield recorded;
    }
    const { source, closed } = createSource();
    const { body } = bodyOf(counted(), source);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(taken).toBe(0);
    await body?.cancel();
    expect(closed).toHaveLength(1);
  });

  it("cuts a reply at twice the pieces that the request allows", async () => {
    async function* endless() {
      for (;;) yield Buffer.from(chunk({ content: "x" }));
    }
    const text = await bodyOf(endless(), createSource().source, '{"max_tokens":5}').text();
    expect(text.match(/"content":"x"/g)).toHaveLength(10);
    expect(text).toContain('"finish_reason":"length"');
  });
});
