import { describe, expect, it } from "vitest";
import { answerView } from "../../../../evals/report/html/answer-view.ts";
import { appendixOf } from "../../../../evals/report/html/appendix.ts";
import type { Trace } from "../../../../evals/trial.ts";
import { runOf, scoredTrial, trace } from "../../../fixtures/eval-run.ts";

/** The view of an answer with claims at the places where these words stand. */
async function view(answer: string, words: readonly string[]): Promise<string> {
  const claims = words.map((text): Trace["claims"][number] => {
    const start = answer.indexOf(text);
    return { text, kind: "number", mark: "verified", start, end: start + text.length };
  });
  const whole = { ...trace, answer, claims };
  return String(await answerView(whole, appendixOf(runOf([scoredTrial("a", {}, { trace: whole })]))));
}

const mark = (text: string) =>
  `<span class="claim verified" tabindex="0" aria-describedby="g-0">${text}</span>`;

describe("answerView()", () => {
  it("marks each claim where it stands", async () => {
    expect(await view("About 7 GB, not 8 GB.", ["7 GB", "8 GB"])).toContain(
      `<p>About ${mark("7 GB")}, not ${mark("8 GB")}.</p>`,
    );
  });

  it("marks claims in bold, in lists and in cells", async () => {
    expect(await view("**It fits**, yes", ["fits"])).toContain(`<strong>It ${mark("fits")}</strong>, yes`);
    expect(await view("- 7 GB", ["7 GB"])).toContain(`<li>${mark("7 GB")}</li>`);
    expect(await view("| a |\n|---|\n| 7 GB |", ["7 GB"])).toContain(`<td> ${mark("7 GB")} </td>`);
  });

  it("leaves stars alone that have no partner", async () => {
    expect(await view("2**3 is 8", [])).toContain("<p>2**3 is 8</p>");
  });

  it("shows HTML and script of an answer as text", async () => {
    const shown = await view(`</script><img src=x onerror="alert(1)"> 7 GB`, ["7 GB"]);
    expect(shown).toContain("&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
    expect(shown).not.toContain("<img");
  });

  it("shows the whole text whatever the places of its claims are", async () => {
    const claims: Trace["claims"] = [
      { text: "", kind: "number", mark: "given", start: 3, end: 2 },
      { text: "", kind: "number", mark: "given", start: 0, end: 4 },
      { text: "", kind: "number", mark: "given", start: 2, end: 6 },
      { text: "", kind: "number", mark: "given", start: 5, end: 99 },
    ];
    const odd = { ...trace, answer: "abcdefgh", claims };
    const shown = await answerView(odd, appendixOf(runOf([scoredTrial("a", {}, { trace: odd })])));
    expect(String(shown).replace(/<[^>]+>/g, "")).toBe("abcdefgh");
  });
});
