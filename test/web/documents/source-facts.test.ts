import { describe, expect, it } from "vitest";
import { hostOf } from "../../../web/documents/source-facts.tsx";

describe("hostOf()", () => {
  it.each([
    { url: "https://developer.nvidia.com/blog/x", host: "developer.nvidia.com" },
    { url: "http://127.0.0.1:8080/x", host: "127.0.0.1:8080" },
    { url: "javascript:alert(1)", host: undefined },
    { url: "file:///etc/passwd", host: undefined },
    { url: "not an address", host: undefined },
    { url: undefined, host: undefined },
  ])("is $host for $url", ({ url, host }) => {
    expect(hostOf(url)).toBe(host);
  });
});
