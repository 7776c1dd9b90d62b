import { expect, it } from "vitest";
import { markdownTable } from "../../evals/markdown-table.ts";

it("markdownTable() keeps each row in a line and each cell between its bars", () => {
  expect(markdownTable(["a", "b"], [["1 | 2", "x\ny"]])).toBe("| a | b |\n| --- | --- |\n| 1 / 2 | x y |");
});
