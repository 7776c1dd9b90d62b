import { describe, expect, it } from "vitest";
import { scoreCase } from "../../../evals/checker/score.ts";
import { evidenceWith, makeFact } from "../../fixtures/check-evidence.ts";

const evidence = evidenceWith([makeFact("needed", 9e9, "B", "Jetson Orin NX 16GB")]);
const about = { id: "case", kind: "digit", isHeldOut: false, evidence };

describe("scoreCase()", () => {
  it("finds what is wrong where something in its line is unverified", () => {
    const text = "It needs 8 GB.\nIt is fine.";
    const item = { ...about, isWrong: true, text, wrong: [{ start: 9, end: 13 }] };
    expect(scoreCase(item)).toMatchObject({ isCaught: true, falseAlarms: 0 });
    expect(scoreCase({ ...item, wrong: [{ start: 15, end: 20 }] }).isCaught).toBe(false);
  });

  it("counts the claims of a right text and the false alarms among them", () => {
    const item = { ...about, isWrong: false, wrong: [] };
    expect(scoreCase({ ...item, text: "It needs 9 GB." })).toMatchObject({ claims: 1, falseAlarms: 0 });
    expect(scoreCase({ ...item, text: "It needs 8 GB." })).toMatchObject({ claims: 1, falseAlarms: 1 });
  });
});
