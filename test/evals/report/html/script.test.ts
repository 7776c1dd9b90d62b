import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { script } from "../../../../evals/report/html/script.ts";

describe("the script of the page", () => {
  it("is valid", () => {
    expect(() => new Script(script)).not.toThrow();
  });

  it("can stand in a page, and makes no HTML out of text", () => {
    expect(script).not.toContain("</");
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|fetch/);
  });
});
