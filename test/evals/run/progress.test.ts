import { describe, expect, it } from "vitest";
import { openProgress } from "../../../evals/run/progress.ts";
import { errorTrial, scoredTrial } from "../../fixtures/eval-run.ts";

/** What is written while these trials come, one a second. */
function shown(trials: readonly ReturnType<typeof scoredTrial | typeof errorTrial>[]): string[] {
  const lines: string[] = [];
  let now = 0;
  const terminal = {
    write(text: string | Uint8Array) {
      lines.push(String(text));
      return true;
    },
  };
  const progress = openProgress(trials.length, terminal, () => now);
  for (const trial of trials) {
    now += 1000;
    progress.advance(trial);
  }
  progress.stop();
  return lines;
}

describe("openProgress()", () => {
  it("writes a line at every tenth, with what failed, what was an error and the time that is left", () => {
    const right = scoredTrial("a", { verdict: true });
    const wrong = scoredTrial("b", { verdict: false });
    const lines = shown([wrong, errorTrial("c"), ...Array.from({ length: 18 }, () => right)]);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe("2/20 · 1 failed · 1 errors · 18 s left\n");
    expect(lines.at(-1)).toBe("20/20 · 1 failed · 1 errors · 0 s left\n");
  });

  it("writes a line for each of a few", () => {
    expect(shown([errorTrial("a"), errorTrial("b")])).toEqual([
      "1/2 · 0 failed · 1 errors · 1 s left\n",
      "2/2 · 0 failed · 2 errors · 0 s left\n",
    ]);
  });
});
