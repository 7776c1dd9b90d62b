import { describe, expect, it } from "vitest";
import { linuxMajor } from "../../../tools/trouble/linux-major.ts";

describe("linuxMajor()", () => {
  it.each([
    ["JetPack 4.6.3", 32],
    ["JetPack 5", 35],
    ["JP 6.2.1", 36],
    ["JetPack 7.0", 38],
    ["JetPack 7.1", 38],
    ["JetPack 7", 39],
    ["JetPack 7.2", 39],
    ["L4T 36.4.7", 36],
    ["R35", 35],
    ["R32.7.6", 32],
    ["# R38 (release), REVISION: 4.0", 38],
    ["36.5.0", 36],
  ])("reads %s as R%i", (text, major) => {
    expect(linuxMajor(text)).toBe(major);
  });

  it.each(["JetPack 8", "Ubuntu 22.04", "13.6", ""])("leaves %j open", (text) => {
    expect(linuxMajor(text)).toBeUndefined();
  });
});
