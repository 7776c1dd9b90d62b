import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { languageNotice, toEnglish } from "../../../../server/built-in/languages/to-english.ts";

const tests = join(import.meta.dirname, "..", "..", "..");

/** Every sentence in double quotes of the tests that asks or names a board, and has no letter that English lacks. */
function englishQuestions(): string[] {
  const files = readdirSync(tests, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/languages|estimate-tokens|check/.test(file),
  );
  const quoted = /"([^"\n\\]*(?:\?|\b(?:Orin|Thor)\b)[^"\n\\]*)"/g;
  const all = files.flatMap((file) =>
    [...readFileSync(join(tests, file), "utf8").matchAll(quoted)].map(([, text = ""]) => text),
  );
  return all.filter((text) => !/[^\P{L}A-Za-z]/u.test(text));
}

describe("toEnglish()", () => {
  it("takes no question of the tests for another language, and leaves each as it is", () => {
    const questions = englishQuestions();
    expect(questions.length).toBeGreaterThan(400);
    const foreign = questions.filter((question) => toEnglish(question).language !== undefined);
    expect(foreign).toEqual([]);
    for (const question of questions) expect(toEnglish(question)).toEqual({ text: question });
  });

  it.each([
    "MIT?",
    "on Thor",
    "Llama 3.1 8B",
    "AGX Orin?",
    "Does the AGX Orin MIT image exist?",
    "",
    "🤔",
    "8 GB",
  ])("leaves %j as it is", (text) => {
    expect(toEnglish(text)).toEqual({ text });
  });

  it.each([
    ["Passt ein Modell in 11,5 GB?", /11\.5 GB/],
    ["Welches Board für 2.000 Anfragen am Tag?", /2,000 requests a day/],
    ["Est-ce que 16 Go suffit pour 512 Mo de contexte ?", /16 GB.*512 MB/],
    ["Quelle carte pour 2 000 requêtes par jour ?", /2,000 requests a day/],
    ["Läuft Qwen2.5-VL-7B auf dem Orin?", /Qwen2\.5-VL-7B/],
    ["Llama 3.1 8BはOrin NX 16GBで動きますか？", /^Llama 3\.1 8B .*Orin NX 16GB .*can run/],
    ["能跑Ｌｌａｍａ吗？", /can run Llama/],
    ["1万请求每天需要哪个运行时？", /10000 requests a day/],
  ])("writes numbers and names of %s as English does", (text, words) => {
    expect(toEnglish(text).text).toMatch(words);
  });

  it("brings wide letters and digits into their usual form", () => {
    expect(toEnglish("Ｏｒｉｎ ＮＸ １６ＧＢ")).toEqual({ text: "Orin NX 16GB" });
  });
});

describe("languageNotice()", () => {
  it("says in which language the question was, and why the answer is in English", () => {
    expect(languageNotice("German")).toBe(
      "You asked in German; without a language model I answer in English.",
    );
  });
});
