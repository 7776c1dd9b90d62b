import { describe, expect, it } from "vitest";
import { spanish } from "../../../../server/built-in/languages/spanish.ts";
import { toEnglish } from "../../../../server/built-in/languages/to-english.ts";
import { computedCalls } from "../../../fixtures/planned-calls.ts";

const fit = "Does Llama 3.1 8B fit on an Orin NX 16GB?";

describe("spanish", () => {
  it.each([
    ["¿Cabe Llama 3.1 8B en un Orin NX 16GB?", fit],
    ["¿Qué tan rápido es gpt-oss-20b en el AGX Orin 64GB?", "How fast is gpt-oss-20b on the AGX Orin 64GB?"],
    [
      "¿Cuál es la placa más barata para un modelo 7B local?",
      "What is the cheapest board for a local 7B model?",
    ],
    ["¿Qué placa necesito para un robot humanoide?", "Which board do I need for a humanoid robot?"],
    [
      "¿Cabe Qwen3-8B con 16k de contexto en un Orin Nano 8GB sin escritorio?",
      "Does Qwen3-8B fit with 16k of context on an Orin Nano 8GB headless?",
    ],
    [
      "¿Puedo ejecutar Qwen2.5-VL-7B junto a YOLO con dos cámaras en un Orin NX?",
      "Can I run Qwen2.5-VL-7B next to YOLO with two cameras on an Orin NX?",
    ],
    [
      "¿Cuánto cuesta una flota de 200 Orin NX 16GB durante 5 años?",
      "What does a fleet of 200 Orin NX 16GB cost over 5 years?",
    ],
    [
      "¿Cuántos vatios consume Llama 3.1 8B en el AGX Orin 64GB?",
      "How many watts does Llama 3.1 8B need on the AGX Orin 64GB?",
    ],
    [
      "¿Cuál es el contexto más largo para Qwen3-8B en Thor?",
      "What is the longest context for Qwen3-8B on Thor?",
    ],
    ["¿Quién ha medido Qwen3-8B en Thor?", "Who measured Qwen3-8B on Thor?"],
  ])("is read as the English question: %s", (question, english) => {
    expect(toEnglish(question).language).toBe(spanish.name);
    expect(computedCalls(question)).toEqual(computedCalls(english));
  });

  it.each([
    ["¿y en Thor?", "and on Thor?"],
    ["¿y qué tan rápido?", "and how fast?"],
    ["¿con 16k de contexto?", "with 16k of context?"],
    ["gracias", "thanks"],
    ["¿por qué?", "why?"],
    ["¿más barato?", "cheaper?"],
  ])("goes on as the English turn does: %s", (turn, english) => {
    expect(computedCalls(turn, fit)).toEqual(computedCalls(english, fit));
  });
});
