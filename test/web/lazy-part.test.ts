import { describe, expect, it } from "vitest";
import { createLazy } from "../../web/lazy-part.tsx";

describe("createLazy()", () => {
  it("fetches once, however often it is asked to, and tells when the code is there", async () => {
    let loads = 0;
    const lazy = createLazy(async () => {
      loads += 1;
      return "code";
    });
    expect(lazy.fetched()).toEqual({});
    expect(loads).toBe(0);
    const told = new Promise<void>((resolve) => {
      lazy.subscribe(() => lazy.fetched().code && resolve());
    });
    lazy.fetch();
    lazy.fetch();
    await told;
    lazy.fetch();
    expect(lazy.fetched()).toEqual({ code: "code" });
    expect(loads).toBe(1);
  });

  it("says why there is no code, and fetches anew when it is asked again", async () => {
    const lost = new TypeError("no server");
    const outcomes = [Promise.reject(lost), Promise.resolve("code")];
    const lazy = createLazy(() => outcomes.shift() ?? Promise.resolve("too often"));
    const seen: unknown[] = [];
    const leave = lazy.subscribe(() => seen.push(lazy.fetched()));
    lazy.fetch();
    await expect.poll(() => seen).toEqual([{}, { error: lost }]);
    lazy.fetch();
    await expect.poll(() => seen).toEqual([{}, { error: lost }, {}, { code: "code" }]);
    leave();
  });
});
