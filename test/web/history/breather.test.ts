import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBreather } from "../../../web/history/breather.ts";

describe("createBreather()", () => {
  // No timer ends by itself, as in a tab that is not seen; the clock stands where it is put.
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("does not hold up work that has only begun", () => {
    const breathe = createBreather();
    expect(breathe()).toBeUndefined();
  });

  it("lets others have their turn once work has taken its share, and waits for no timer", async () => {
    const breathe = createBreather();
    const turns: string[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      turns.push("another");
      port1.close();
    };
    port2.postMessage(undefined);
    vi.advanceTimersByTime(1_000);
    await breathe();
    turns.push("work");
    expect(turns).toEqual(["another", "work"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("counts a new share from when its turn comes back", async () => {
    const breathe = createBreather();
    vi.advanceTimersByTime(1_000);
    await breathe();
    expect(breathe()).toBeUndefined();
    vi.advanceTimersByTime(1_000);
    expect(breathe()).toBeInstanceOf(Promise);
  });
});
