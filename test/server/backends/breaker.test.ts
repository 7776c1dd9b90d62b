import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Breaker, type CallEnd, createBreaker } from "../../../server/backends/breaker.ts";
import { type ModelErrorCode, modelError } from "../../../server/backends/model-errors.ts";

const openMs = 60;
const tick = () => sleep(1);

/** Calls one after another; "refused" where the breaker lets none through. */
async function call(breaker: Breaker, ...ends: CallEnd[]) {
  const outcomes = [];
  for (const end of ends) {
    try {
      breaker.begin()(end);
      outcomes.push("made");
    } catch (error) {
      outcomes.push(error);
    }
    await tick();
  }
  return outcomes;
}

const down = modelError("llm-unreachable");
afterEach(() => vi.restoreAllMocks());

describe("createBreaker()", () => {
  it.each<ModelErrorCode>(["llm-unreachable", "llm-timeout", "llm-stalled", "llm-oom", "llm-interrupted"])(
    "lets no call through after three of %s in a row, and says why",
    async (code) => {
      const failure = modelError(code);
      const breaker = createBreaker(openMs);
      expect(await call(breaker, failure, failure, failure, "answered", "answered")).toEqual([
        "made",
        "made",
        "made",
        failure,
        failure,
      ]);
      expect(breaker.openFor()).toBe(failure);
    },
  );

  it.each<CallEnd>([
    "answered",
    modelError("llm-bad-response"),
    modelError("llm-no-tools"),
    modelError("llm-context-exceeded"),
  ])("counts anew after %s", async (end) => {
    const outcomes = await call(createBreaker(openMs), down, down, end, down, down, "answered");
    expect(outcomes).toEqual(Array(6).fill("made"));
  });

  it("tries a server that was not there after four seconds, one that failed after its full time", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    for (const [code, openFor] of [
      ["llm-unreachable", 4_000],
      ["llm-oom", 30_000],
    ] as const) {
      const breaker = createBreaker();
      for (let made = 0; made < 3; made++) {
        breaker.begin()(modelError(code));
        await vi.advanceTimersByTimeAsync(0);
      }
      await vi.advanceTimersByTimeAsync(openFor - 1);
      expect(breaker.openFor()?.code).toBe(code);
      await vi.advanceTimersByTimeAsync(1);
      expect(breaker.openFor()).toBeUndefined();
    }
    vi.useRealTimers();
  });

  it("takes a call that its caller gave up for neither", async () => {
    const outcomes = await call(createBreaker(openMs), down, down, "abandoned", down, "answered");
    expect(outcomes).toEqual(["made", "made", "made", "made", down]);
  });

  it("lets one call try when its time is over, and all when that succeeds", async () => {
    const breaker = createBreaker(openMs);
    await call(breaker, down, down, down);
    await sleep(openMs + 10);
    const end = breaker.begin();
    expect(() => breaker.begin()).toThrow(down);
    end("answered");
    await tick();
    expect(await call(breaker, "answered", down, down, "answered")).toEqual(Array(4).fill("made"));
  });

  it("lets no call through again when the one that tried failed", async () => {
    const breaker = createBreaker(openMs);
    await call(breaker, down, down, down);
    await sleep(openMs + 10);
    const stalled = modelError("llm-stalled");
    expect(await call(breaker, stalled, "answered")).toEqual(["made", stalled]);
    await sleep(openMs + 10);
    expect(await call(breaker, "answered", "answered")).toEqual(["made", "made"]);
  });

  it("lets another call try when the one that tried was given up", async () => {
    const breaker = createBreaker(openMs);
    await call(breaker, down, down, down);
    await sleep(openMs + 10);
    expect(await call(breaker, "abandoned", "answered")).toEqual(["made", "made"]);
  });

  it.each([-86_400_000, 31_536_000_000])(
    "keeps its time when the wall clock jumps by %i ms",
    async (jump) => {
      const breaker = createBreaker(openMs);
      await call(breaker, down, down, down);
      const then = Date.now();
      vi.spyOn(Date, "now").mockReturnValue(then + jump);
      expect(breaker.openFor()).toBe(down);
      await sleep(openMs + 10);
      expect(breaker.openFor()).toBeUndefined();
      expect(await call(breaker, "answered")).toEqual(["made"]);
    },
  );

  it("hears the end of a call once", async () => {
    const breaker = createBreaker(openMs);
    const end = breaker.begin();
    for (const _ of [1, 2, 3]) end(down);
    await tick();
    expect(breaker.openFor()).toBeUndefined();
  });
});
