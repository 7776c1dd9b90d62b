import type { UIMessageChunk } from "ai";
import { afterEach, describe, expect, it, vi } from "vitest";
import { resultsFirst } from "../../../web/chat/results-first.ts";

const result: UIMessageChunk = { type: "tool-output-available", toolCallId: "1", output: {} };
const words = (id: string): UIMessageChunk[] => [
  { type: "text-start", id },
  { type: "text-delta", id, delta: "It fits." },
  { type: "text-end", id },
];

/** Sends parts through, and keeps those that came out; each of `waits` ends when it is called. */
function send(parts: UIMessageChunk[]) {
  const waits: (() => void)[] = [];
  return {
    waits,
    ...sendThrough(
      resultsFirst(() => new Promise((resolve) => waits.push(resolve))),
      parts,
    ),
  };
}

function sendThrough(held: ReturnType<typeof resultsFirst>, parts: UIMessageChunk[]) {
  const came: UIMessageChunk[] = [];
  const stream = new ReadableStream<UIMessageChunk>({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
  const sent = stream.pipeThrough(held).pipeTo(new WritableStream({ write: (part) => void came.push(part) }));
  return { came, sent };
}

describe("resultsFirst()", () => {
  it("holds words back until the results before them are seen, and everything behind them in its order", async () => {
    const parts = [result, ...words("1"), result, ...words("2")];
    const { came, waits, sent } = send(parts);
    await vi.waitFor(() => expect(waits).toHaveLength(1));
    expect(came).toEqual([result]);
    waits[0]?.();
    await vi.waitFor(() => expect(waits).toHaveLength(2));
    expect(came).toEqual(parts.slice(0, 5));
    waits[1]?.();
    await sent;
    expect(came).toEqual(parts);
  });

  it("waits for nothing where words come without results, or go on", async () => {
    const parts: UIMessageChunk[] = [...words("1"), ...words("2"), { type: "finish" }];
    const { came, waits, sent } = send(parts);
    await sent;
    expect(waits).toEqual([]);
    expect(came).toEqual(parts);
  });

  describe("without another way to wait", () => {
    /** A page whose frames are drawn when they are asked for by the test, and whose clock it moves on. */
    function openPage(visibilityState: "visible" | "hidden") {
      vi.useFakeTimers({ toFake: ["setTimeout"] });
      const frames: (() => void)[] = [];
      vi.stubGlobal("document", { visibilityState });
      vi.stubGlobal("requestAnimationFrame", (draw: () => void) => frames.push(draw));
      return frames;
    }
    const untilAsked = (frames: readonly unknown[]) => expect.poll(() => frames.length).toBe(1);

    afterEach(() => {
      vi.unstubAllGlobals();
      vi.useRealTimers();
    });

    it("holds words back until a frame was painted", async () => {
      const frames = openPage("visible");
      const { came, sent } = sendThrough(resultsFirst(), [result, ...words("1")]);
      await untilAsked(frames);
      expect(came).toEqual([result]);
      frames[0]?.();
      await sent;
      expect(came).toHaveLength(4);
    });

    it("waits for a second at most where no frame comes", async () => {
      const frames = openPage("visible");
      const { came, sent } = sendThrough(resultsFirst(), [result, ...words("1")]);
      await untilAsked(frames);
      vi.advanceTimersByTime(999);
      expect(came).toEqual([result]);
      vi.advanceTimersByTime(1);
      await sent;
      expect(came).toHaveLength(4);
    });

    it("waits for nothing in a tab that is not seen, where no frame is drawn", async () => {
      const frames = openPage("hidden");
      const { came, sent } = sendThrough(resultsFirst(), [result, ...words("1")]);
      await sent;
      expect(came).toHaveLength(4);
      expect(frames).toEqual([]);
    });
  });
});
