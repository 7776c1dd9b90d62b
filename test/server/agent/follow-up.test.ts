import { describe, expect, it } from "vitest";
import { AppError } from "../../../knowledge/errors.ts";
import { longestLabel, shortName, suggest } from "../../../server/agent/follow-up.ts";

const label = (words: string) => suggest("fix", words, () => "?")[0]?.label;

describe("suggest()", () => {
  it("gives the question with its label", () => {
    expect(suggest("price", "Price", () => "What does it cost?")).toEqual([
      { kind: "price", label: "Price", question: "What does it cost?" },
    ]);
  });

  it("ends a label that is too long at a word", () => {
    expect(label("x".repeat(longestLabel))).toBe("x".repeat(longestLabel));
    expect(label(`${"x".repeat(30)}, ${"y".repeat(30)}`)).toBe(`${"x".repeat(30)}…`);
    expect(label("x".repeat(100))?.length).toBeLessThanOrEqual(longestLabel);
  });

  it("gives none where no words hold the question", () => {
    const refuse = () => {
      throw new AppError("invalid-input", "Cannot put it in words.");
    };
    expect(suggest("fix", "Fix", refuse)).toEqual([]);
  });

  it("lets a surprise through", () => {
    const surprise = () => {
      throw new RangeError("no");
    };
    expect(() => suggest("fix", "Fix", surprise)).toThrow(RangeError);
  });
});

describe("shortName()", () => {
  it("leaves out what all boards are", () => {
    expect(shortName("Jetson Orin NX 16GB")).toBe("Orin NX 16GB");
    expect(shortName("DGX Spark")).toBe("DGX Spark");
  });
});
