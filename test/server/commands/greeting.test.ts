import { describe, expect, it } from "vitest";
import { toGreeting } from "../../../server/commands/greeting.ts";

const local = {
  model: "built-in",
  url: "http://127.0.0.1:7860",
  token: undefined,
  pairingLink: undefined,
  isTerminal: true,
};
const open = {
  model: "built-in",
  url: "http://192.168.1.20:7860",
  token: "canary-8",
  pairingLink: "http://192.168.1.20:7860/pair/AAAAAAAAAAAAAAAAAAAAAA",
  isTerminal: false,
};

describe("toGreeting()", () => {
  it("says on loopback who answers where, and nothing else", () => {
    expect(toGreeting(local)).toBe("built-in answers at http://127.0.0.1:7860");
    expect(toGreeting({ ...local, token: "x" })).toBe(
      "built-in answers at http://127.0.0.1:7860, in a browser once with http://127.0.0.1:7860/?token=<token>",
    );
  });

  it("gives the link that pairs a device, and never the token", () => {
    expect(toGreeting(open).split("\n")).toEqual([
      "built-in answers at http://192.168.1.20:7860, in a browser once with http://192.168.1.20:7860/?token=<token>",
      `To pair a device, open this on it, once and within ten minutes: ${open.pairingLink}`,
    ]);
  });

  it("draws the link as a QR code for somebody at a terminal", () => {
    const lines = toGreeting({ ...open, isTerminal: true }).split("\n");
    expect(lines.slice(0, 2)).toEqual(toGreeting(open).split("\n"));
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.join("\n")).not.toContain("canary");
  });

  it.each([
    { token: "canary7", warns: true },
    { token: "canary-8", warns: false },
  ])("warns of the token $token: $warns", ({ token, warns }) => {
    const said = toGreeting({ ...open, token });
    expect(said.includes("Warning: the token")).toBe(warns);
    expect(said).not.toContain(token);
  });
});
