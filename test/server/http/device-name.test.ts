import { describe, expect, it } from "vitest";
import { toDeviceName } from "../../../server/http/device-name.ts";

const webkit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const blink = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0";

describe("toDeviceName()", () => {
  it.each([
    {
      userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} Version/18.6 Mobile/15E148 Safari/604.1`,
      name: "Safari on iPhone",
    },
    {
      userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} CriOS/142.0.7444.46 Mobile/15E148 Safari/604.1`,
      name: "Chrome on iPhone",
    },
    {
      userAgent: `Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) ${webkit} FxiOS/144.0 Mobile/15E148 Safari/605.1.15`,
      name: "Firefox on iPad",
    },
    {
      userAgent: `Mozilla/5.0 (Linux; Android 10; K) ${blink} Mobile Safari/537.36`,
      name: "Chrome on Android",
    },
    {
      userAgent: `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
      name: "Samsung Internet on Android",
    },
    {
      userAgent: "Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0",
      name: "Firefox on Android",
    },
    {
      userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Safari/537.36 Edg/142.0.0.0`,
      name: "Edge on Windows",
    },
    {
      userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Safari/537.36 OPR/124.0.0.0`,
      name: "Opera on Windows",
    },
    {
      userAgent: `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${blink} Safari/537.36`,
      name: "Chrome on Chromebook",
    },
    { userAgent: `Mozilla/5.0 (X11; Linux aarch64) ${blink} Safari/537.36`, name: "Chrome on Linux" },
    {
      userAgent: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.6 Safari/605.1.15`,
      name: "Safari on Mac",
    },
    { userAgent: "SomeReader/1.0 (Linux)", name: "A browser on Linux" },
    { userAgent: "curl/8.14.1", name: "An unknown device" },
    { userAgent: "<script>alert(1)</script>", name: "An unknown device" },
    { userAgent: undefined, name: "An unknown device" },
  ])("calls $userAgent $name", ({ userAgent, name }) => {
    expect(toDeviceName(userAgent)).toBe(name);
  });
});
