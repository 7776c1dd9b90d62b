import { describe, expect, it } from "vitest";
import { groupChecks, toOverallText } from "../../../web/status/check-groups.ts";
import { statusWorldOf } from "../../fixtures/status-world.ts";

const check = (id: string, state: "ok" | "warning" | "problem" | "information" = "ok") => ({
  id,
  state,
  title: id,
  message: `${id}.`,
});

describe("groupChecks()", () => {
  it("keeps the order of the page for subjects, and of the doctor within one", () => {
    const groups = groupChecks([check("node"), check("model"), check("server"), check("board")]);
    expect(groups.map(({ name, checks }) => [name, ...checks.map(({ id }) => id)])).toEqual([
      ["Model server", "model", "server"],
      ["Board", "board"],
      ["Program, index and records", "node"],
    ]);
  });

  it("shows a check that it does not know, last", () => {
    const groups = groupChecks([check("quantum-link"), check("records")]);
    expect(groups.at(-1)).toEqual({ name: "Others", checks: [check("quantum-link")] });
  });

  it("knows every check that the doctor makes on a board", async () => {
    const { checks } = await statusWorldOf().world.examine();
    const groups = groupChecks(checks);
    expect(groups.map(({ name }) => name)).not.toContain("Others");
    expect(groups.flatMap((group) => group.checks)).toHaveLength(checks.length);
  });
});

describe("toOverallText()", () => {
  it.each([
    { checks: [check("a"), check("b", "information")], text: "Ready: everything is as it should be." },
    { checks: [check("a", "warning")], text: "Ready, with 1 warning." },
    { checks: [check("a", "problem"), check("b", "problem")], text: "Not ready: 2 problems." },
    {
      checks: [check("a", "warning"), check("b", "problem"), check("c", "warning")],
      text: "Not ready: 1 problem and 2 warnings.",
    },
  ])("says: $text", ({ checks, text }) => {
    expect(toOverallText(checks)).toBe(text);
  });
});
