import { describe, expect, it } from "vitest";
import { japanese } from "../../../../server/built-in/languages/japanese.ts";
import { toEnglish } from "../../../../server/built-in/languages/to-english.ts";
import { computedCalls } from "../../../fixtures/planned-calls.ts";

const fit = "Does Llama 3.1 8B fit on an Orin NX 16GB?";

describe("japanese", () => {
  it.each([
    ["Llama 3.1 8BはOrin NX 16GBで動きますか？", fit],
    ["gpt-oss-20bはAGX Orin 64GBでどのくらい速いですか？", "How fast is gpt-oss-20b on AGX Orin 64GB?"],
    ["ローカルの7Bモデルに一番安いボードは？", "What is the cheapest board for a local 7B model?"],
    ["ヒューマノイドロボットにはどのボードが必要ですか？", "Which board for a humanoid robot?"],
    [
      "Qwen3-8Bは16kコンテキストでOrin Nano 8GBにヘッドレスで載りますか？",
      "Does Qwen3-8B fit with 16k context on an Orin Nano 8GB headless?",
    ],
    [
      "Orin NXでQwen2.5-VL-7BをYOLOと一緒に2台のカメラで動かせますか？",
      "Can I run Qwen2.5-VL-7B next to YOLO with 2 cameras on an Orin NX?",
    ],
    ["Orin NX 16GBを200台、5年間でいくらかかりますか？", "What do 200 Orin NX 16GB cost over 5 years?"],
    [
      "Llama 3.1 8BはAGX Orin 64GBで何ワット使いますか？",
      "How many watts does Llama 3.1 8B need on the AGX Orin 64GB?",
    ],
    ["Qwen3-8BのThorでの最長コンテキストは？", "What is the longest context for Qwen3-8B on Thor?"],
    ["誰がThorでQwen3-8Bを測定しましたか？", "Who measured Qwen3-8B on Thor?"],
  ])("is read as the English question: %s", (question, english) => {
    expect(toEnglish(question).language).toBe(japanese.name);
    expect(computedCalls(question)).toEqual(computedCalls(english));
  });

  it.each([
    ["Thorではどうですか？", "and on Thor?"],
    ["どのくらい速い？", "how fast?"],
    ["16kコンテキストなら？", "with 16k context?"],
    ["ありがとう", "thanks"],
    ["なぜ？", "why?"],
    ["もっと安いのは？", "cheaper?"],
  ])("goes on as the English turn does: %s", (turn, english) => {
    expect(computedCalls(turn, fit)).toEqual(computedCalls(english, fit));
  });
});
