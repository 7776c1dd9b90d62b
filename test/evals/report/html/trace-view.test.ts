import { describe, expect, it } from "vitest";
import { appendixOf } from "../../../../evals/report/html/appendix.ts";
import { traceView } from "../../../../evals/report/html/trace-view.ts";
import { runOf, scoredTrial } from "../../../fixtures/eval-run.ts";

async function view(
  ...[scores, options]: Parameters<typeof scoredTrial> extends [string, ...infer Rest] ? Rest : never
) {
  const trial = scoredTrial("a", scores, options);
  return String(await traceView(trial, appendixOf(runOf([trial]))));
}

describe("traceView()", () => {
  it("says what failed and why before the answer", async () => {
    const page = await view({ verdict: false, numbers: true, tools: true });
    expect(page).toContain("<b>✗ verdict</b> verdict is wrong");
    expect(page).toContain("✓ passes numbers, tools");
    expect(page.indexOf("✗ verdict")).toBeLessThan(page.indexOf('class="answer"'));
  });

  it("has the conversation with the question last", async () => {
    const page = await view({ verdict: true }, { trace: { turns: ["Hello", "Does it fit?"] } });
    expect(page).toMatch(/Before it<\/b> Hello.*Question<\/b> Does it fit\?/s);
  });

  it("has the calls with their inputs and verdicts, the citations and what was expected", async () => {
    const page = await view({ verdict: true });
    expect(page).toContain(
      "<b>memory-fit</b> → fits<code>{&quot;device&quot;:&quot;orin-nx-16gb&quot;}</code>",
    );
    expect(page).toContain('popovertarget="p-0">[1] The source</button>');
    expect(page).toContain("<li>memory-fit: fits</li>");
  });

  it("shows struck sentences as struck", async () => {
    const struck = [{ text: "It has 99 GB.", reason: "No tool says so." }];
    expect(await view({ verdict: true }, { trace: { struck } })).toContain(
      "<del>It has 99 GB.</del> No tool says so.",
    );
  });

  it("says that no tool was called, and what a model took", async () => {
    const metrics = { requests: 2, inputTokens: 10, outputTokens: 20, recoveredCalls: 1 };
    const page = await view({ verdict: true }, { trace: { calls: [] }, metrics });
    expect(page).toContain("No tool was called.");
    expect(page).toContain("1 call of tools, 1 read out of text, 2 requests, 10 tokens read, 20 written");
  });
});
