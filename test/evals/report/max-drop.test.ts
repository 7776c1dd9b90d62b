import { describe, expect, it } from "vitest";
import { parseMaxDrop } from "../../../evals/report/max-drop.ts";

describe("parseMaxDrop()", () => {
  it("reads what each scorer may fall by", () => {
    expect([...parseMaxDrop("verdict=0, asks-back=0.015,all=1")]).toEqual([
      ["verdict", 0],
      ["asks-back", 0.015],
      ["all", 1],
    ]);
  });

  it.each(["verdict", "verdict=", "verdict=1.5", "verdict=-0.1", "verdict=5%", "=0", ""])(
    "refuses %j and says what it wants",
    (text) => {
      expect(() => parseMaxDrop(text)).toThrow(/such as verdict=0\.01/);
    },
  );
});
