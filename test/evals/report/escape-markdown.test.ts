import { expect, it } from "vitest";
import { escapeMarkdown } from "../../../evals/report/escape-markdown.ts";

it("escapeMarkdown() leaves nothing that Markdown would read, and one line", () => {
  expect(escapeMarkdown("*a* [b](c)\n| <i> `d`_e_")).toBe("\\*a\\* \\[b\\](c) \\| \\<i\\> \\`d\\`\\_e\\_");
});
