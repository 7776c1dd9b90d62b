import { describe, expect, it } from "vitest";
import { scorerBars } from "../../../../evals/report/html/scorer-bars.ts";

const rate = { passed: 3, scored: 4, cases: 4, share: 0.75, low: 0.25, high: 1 };

describe("scorerBars()", () => {
  it("draws each share with its interval, and says what the scorer asks", async () => {
    const page = String(
      await scorerBars([{ scorer: "verdict", rate }], [{ name: "verdict", about: "It is the right one." }]),
    );
    expect(page).toContain('<rect class="share" width="75.00" height="10"/>');
    expect(page).toContain('<rect class="interval" x="25.00" y="4" width="75.00" height="2"/>');
    expect(page).toContain("<small>It is the right one.</small>");
    expect(page).toContain("<b>75.0 %</b>");
    expect(page).toContain("3/4");
  });
});
