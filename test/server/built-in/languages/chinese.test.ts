import { describe, expect, it } from "vitest";
import { chinese } from "../../../../server/built-in/languages/chinese.ts";
import { toEnglish } from "../../../../server/built-in/languages/to-english.ts";
import { computedCalls } from "../../../fixtures/planned-calls.ts";

const fit = "Does Llama 3.1 8B fit on an Orin NX 16GB?";

describe("chinese", () => {
  it.each([
    ["Llama 3.1 8B 能在 Orin NX 16GB 上运行吗？", fit],
    ["gpt-oss-20b在AGX Orin 64GB上有多快？", "How fast is gpt-oss-20b on AGX Orin 64GB?"],
    ["运行本地7B模型最便宜的开发板是什么？", "What is the cheapest board for a local 7B model?"],
    ["人形机器人需要哪个开发板？", "Which board for a humanoid robot?"],
    [
      "Qwen3-8B 用 16k 上下文能在 Orin Nano 8GB 上跑吗，无桌面？",
      "Does Qwen3-8B fit with 16k context on an Orin Nano 8GB headless?",
    ],
    [
      "能不能在Orin NX上跑Qwen2.5-VL-7B和YOLO，两个摄像头？",
      "Can I run Qwen2.5-VL-7B next to YOLO with two cameras on an Orin NX?",
    ],
    ["200台Orin NX 16GB用5年要多少钱？", "What do 200 Orin NX 16GB cost over 5 years?"],
    [
      "Llama 3.1 8B 在 AGX Orin 64GB 上功耗多少？",
      "How many watts does Llama 3.1 8B need on the AGX Orin 64GB?",
    ],
    ["Qwen3-8B在Thor上最长的上下文是多少？", "What is the longest context for Qwen3-8B on Thor?"],
    ["谁测过Qwen3-8B在Thor上的速度？", "Who measured the speed of Qwen3-8B on Thor?"],
  ])("is read as the English question: %s", (question, english) => {
    expect(toEnglish(question).language).toBe(chinese.name);
    expect(computedCalls(question)).toEqual(computedCalls(english));
  });

  it.each([
    ["那么在Thor上呢？", "and on Thor?"],
    ["多快？", "how fast?"],
    ["用16k上下文呢？", "with 16k context?"],
    ["谢谢", "thanks"],
    ["为什么？", "why?"],
    ["有更便宜的吗？", "cheaper?"],
  ])("goes on as the English turn does: %s", (turn, english) => {
    expect(computedCalls(turn, fit)).toEqual(computedCalls(english, fit));
  });
});
