import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTemplate } from "../../../knowledge/operation-schema.ts";
import { fillCommand, shellQuote } from "../../../tools/placement/shell.ts";

describe("shellQuote()", () => {
  it.each([
    { text: "Qwen/Qwen2.5-VL-7B-Instruct", quoted: "Qwen/Qwen2.5-VL-7B-Instruct" },
    { text: "qwen2.5vl:7b", quoted: "qwen2.5vl:7b" },
    { text: '{"image":2}', quoted: `'{"image":2}'` },
    { text: "a b", quoted: "'a b'" },
    { text: "x; rm -rf /", quoted: "'x; rm -rf /'" },
    { text: "it's", quoted: `'it'\\''s'` },
    { text: "$(id)", quoted: "'$(id)'" },
    { text: "-rf", quoted: "./-rf" },
    { text: "a\nb", quoted: "'a b'" },
    { text: "", quoted: "''" },
  ])("makes $quoted of $text", ({ text, quoted }) => {
    expect(shellQuote(text)).toBe(quoted);
  });

  it("gives one word to a shell, whatever the text", () => {
    const texts = fc.sample(fc.string({ unit: "grapheme-ascii", minLength: 1 }), 60);
    const script = texts.map((text) => `printf '%s\\0' ${shellQuote(text)}`).join("\n");
    const words = execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
    expect(words).toEqual(texts.map((text) => (text.startsWith("-") ? `./${text}` : text)));
  });
});

describe("fillCommand()", () => {
  const pieces = ["serve {model}", "-c {context}", "{flag}", "--last"].map(parseTemplate);

  it.each([
    { values: { model: "m", context: 8, flag: { flag: "--fast" } }, command: "serve m -c 8 --fast --last" },
    { values: { model: "a b" }, command: "serve 'a b' --last" },
    { values: { context: 0 }, command: "-c 0 --last" },
  ])("is $command", ({ values, command }) => {
    expect(fillCommand(pieces, values)).toBe(command);
  });
});
