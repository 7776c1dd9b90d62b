import { describe, expect, it } from "vitest";
import { profileOf, profiles } from "../../../server/backends/profiles.ts";

describe("profileOf()", () => {
  it.each(profiles.map(({ kind }) => kind))("gives the profile of %s", (kind) => {
    expect(profileOf(kind).kind).toBe(kind);
  });
});

describe("profiles", () => {
  it("are looked for in the order Ollama, vLLM, llama-server, each at its own port on the loopback", () => {
    expect(
      profiles.map((profile) => ("defaultEndpoint" in profile ? profile.defaultEndpoint : undefined)),
    ).toEqual([
      "http://127.0.0.1:11434/v1",
      "http://127.0.0.1:8000/v1",
      "http://127.0.0.1:8080/v1",
      undefined,
    ]);
  });

  it("switch thinking off by the field that they name", () => {
    for (const { reasoningToggle, body } of profiles)
      expect(reasoningToggle === "none" || Object.hasOwn(body, reasoningToggle)).toBe(true);
  });
});
