import { describe, expect, it } from "vitest";
import { shareLook } from "../../../server/http/shared-look.ts";

/** A look that counts, on a clock that the test sets. */
function counting() {
  let count = 0;
  const clock = { now: 0 };
  const waiting: PromiseWithResolvers<number>[] = [];
  const look = shareLook(
    () => {
      count += 1;
      const one = Promise.withResolvers<number>();
      waiting.push(one);
      return one.promise;
    },
    () => clock.now,
  );
  return { look, clock, waiting, looks: () => count };
}

describe("shareLook()", () => {
  it("looks once for all who ask while it looks, however long that takes", async () => {
    const { look, clock, waiting, looks } = counting();
    const asked = [look(), look()];
    clock.now = 60_000;
    asked.push(look());
    waiting[0]?.resolve(7);
    expect(await Promise.all(asked)).toEqual([7, 7, 7]);
    expect(looks()).toBe(1);
  });

  it.each([
    { after: 2_999, looks: 1 },
    { after: 3_000, looks: 2 },
  ])("has looked $looks times for one who asks $after ms after the first look", async ({ after, looks }) => {
    const shared = counting();
    const first = shared.look();
    shared.waiting[0]?.resolve(1);
    await first;
    shared.clock.now = after;
    void shared.look();
    expect(shared.looks()).toBe(looks);
  });

  it("does not keep a failure", async () => {
    const { look, waiting, looks } = counting();
    const first = look();
    waiting[0]?.reject(new Error("the disk is away"));
    await expect(first).rejects.toThrow("the disk is away");
    const second = look();
    waiting[1]?.resolve(2);
    expect(await second).toBe(2);
    expect(looks()).toBe(2);
  });
});
