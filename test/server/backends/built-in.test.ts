import { describe, expect, it } from "vitest";
import { BUILT_IN, createBuiltInBackend } from "../../../server/backends/built-in.ts";

describe("createBuiltInBackend()", () => {
  it("is always ready, and has no model", async () => {
    const backend = createBuiltInBackend();
    expect(backend.name).toBe(BUILT_IN);
    expect(backend.narrator).toBeUndefined();
    expect(await backend.readiness()).toEqual({ ready: true });
  });
});
