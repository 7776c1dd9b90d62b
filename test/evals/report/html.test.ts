import { describe, expect, it } from "vitest";
import { formatHtml } from "../../../evals/report/html.ts";
import {
  hostileText as hostile,
  mixedRun as run,
  runOf,
  scoredTrial,
  trace,
} from "../../fixtures/eval-run.ts";

const page = await formatHtml(run, [{ name: "verdict", about: hostile }]);

describe("formatHtml()", () => {
  it("is one page that asks for nothing from elsewhere and lets only its own script run", () => {
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/<link|<iframe|<img|@import|\ssrc="/);
    expect(page).toContain("default-src &#39;none&#39;; script-src &#39;sha256-");
    expect(page.match(/<script>/g)).toHaveLength(1);
  });

  it("shows what models and users wrote as text", () => {
    expect(page).not.toContain(hostile);
    expect(page).toContain("&lt;/script&gt;&lt;script&gt;document.title = &quot;owned&quot;");
  });

  it("is the same for the same run", async () => {
    expect(await formatHtml(run, [{ name: "verdict", about: hostile }])).toBe(page);
  });

  it("is a page for a run without any trial too", async () => {
    expect(await formatHtml(runOf([]), [])).toContain("nothing was scored");
  });

  it("stays small for many cases: 20 times the cases add less than 20 times the size", async () => {
    const sized = async (count: number) =>
      (
        await formatHtml(
          runOf(Array.from({ length: count }, (_, index) => scoredTrial(`c-${index}`, { verdict: true }))),
          [],
        )
      ).length;
    expect((await sized(500)) - (await sized(0))).toBeLessThan(500 * (trace.answer.length + 2500));
  });
});
