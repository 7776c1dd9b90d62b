import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { estimateTokens } from "../../../tools/digest/estimate-tokens.ts";
import { listTools } from "../../../tools/registry.ts";
import { realTokens } from "../../fixtures/tokens.ts";

const folder = join(import.meta.dirname, "../../../knowledge/documents");
const paragraphs = readdirSync(folder).flatMap((file) =>
  readFileSync(join(folder, file), "utf8").split(/\n\n+/),
);
const schemas = listTools().map((tool) => JSON.stringify(tool));
const questions = [
  "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?",
  "Passt Llama 3.1 8B auf einen Orin Nano mit 8 GB und wie schnell ist es?",
  "Quelle carte faut-il pour faire tourner un modèle de 7 milliards de paramètres ?",
  "¿Cuántos tokens por segundo alcanza Qwen3-8B en la Jetson Thor?",
  "Qwen2.5-VL-7B能在Orin NX 16GB上和YOLO一起运行吗？速度有多快？",
  "Jetson AGX Orinでllama 3.1 8Bは動きますか。メモリはどれくらい必要ですか",
  "제트슨 오린에서 라마 3.1을 실행할 수 있나요?",
  "1234567890 3,499 USD 204.8 GB/s 🙂",
];

describe("estimateTokens()", () => {
  it.each([
    ["our documents", paragraphs],
    ["the schemas of the tools", schemas],
    ["questions in eight languages", questions],
  ])("is never below the count of a real tokenizer for %s", (_, texts) => {
    const short = texts.filter((text) => estimateTokens(text) < realTokens(text));
    expect(short).toEqual([]);
  });

  it("is at most a fifth too high over all our documents", () => {
    const sum = (count: (text: string) => number) =>
      paragraphs.reduce((total, text) => total + count(text), 0);
    expect(sum(estimateTokens) / sum(realTokens)).toBeLessThan(1.2);
  });
});
