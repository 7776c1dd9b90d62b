import { expect, it } from "vitest";
import { textTable } from "../../../evals/report/text-table.ts";

it("textTable() puts names to the left and figures to the right", () => {
  expect(
    textTable(
      ["scorer", "n"],
      [
        ["a", "100"],
        ["longer-name", "7"],
      ],
    ),
  ).toBe(["scorer         n", "a            100", "longer-name    7"].join("\n"));
});
