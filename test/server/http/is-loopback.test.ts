import { describe, expect, it } from "vitest";
import { isLoopback } from "../../../server/http/is-loopback.ts";

describe("isLoopback()", () => {
  it.each(["localhost", "127.0.0.1", "127.8.8.8", "::1"])("takes %s for this machine alone", (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(["", "0.0.0.0", "::", "192.168.1.5", "127.0.0.1.evil.example", "127.1", "jetson.local"])(
    'does not take "%s" for this machine alone',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
