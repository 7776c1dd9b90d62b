import { describe, expect, it } from "vitest";
import { french } from "../../../../server/built-in/languages/french.ts";
import { toEnglish } from "../../../../server/built-in/languages/to-english.ts";
import { computedCalls } from "../../../fixtures/planned-calls.ts";

const fit = "Does Llama 3.1 8B fit on an Orin NX 16GB?";

describe("french", () => {
  it.each([
    ["Le Jetson redémarre sous charge", "The Jetson reboots under load"],
    [
      "Combien de caméras supporte un Orin NX 16GB avec YOLO11n ?",
      "How many cameras can an Orin NX 16GB take with YOLO11n?",
    ],
    ["Est-ce que Llama 3.1 8B tient sur un Orin NX 16 Go ?", fit],
    [
      "À quelle vitesse tourne gpt-oss-20b sur l’AGX Orin 64GB ?",
      "How fast does gpt-oss-20b run on the AGX Orin 64GB?",
    ],
    [
      "Quelle est la carte la moins chère pour un modèle 7B local ?",
      "What is the cheapest board for a local 7B model?",
    ],
    ["Quelle carte pour un robot humanoïde ?", "Which board for a humanoid robot?"],
    [
      "Qwen3-8B tient-il avec 16k de contexte sur un Orin Nano 8 Go sans bureau ?",
      "Does Qwen3-8B fit with 16k of context on an Orin Nano 8GB headless?",
    ],
    [
      "Puis-je faire tourner Qwen2.5-VL-7B à côté de YOLO avec deux caméras sur un Orin NX ?",
      "Can I run Qwen2.5-VL-7B next to YOLO with two cameras on an Orin NX?",
    ],
    [
      "Combien coûte une flotte de 200 Orin NX 16GB sur 5 ans ?",
      "What does a fleet of 200 Orin NX 16GB cost over 5 years?",
    ],
    [
      "Combien de watts consomme Llama 3.1 8B sur l’AGX Orin 64GB ?",
      "How many watts does Llama 3.1 8B need on the AGX Orin 64GB?",
    ],
    [
      "Quel est le plus long contexte pour Qwen3-8B sur Thor ?",
      "What is the longest context for Qwen3-8B on Thor?",
    ],
    ["Qui a mesuré Qwen3-8B sur Thor ?", "Who measured Qwen3-8B on Thor?"],
  ])("is read as the English question: %s", (question, english) => {
    expect(toEnglish(question).language).toBe(french.name);
    expect(computedCalls(question)).toEqual(computedCalls(english));
  });

  it.each([
    ["et sur le Thor ?", "and on Thor?"],
    ["et à quelle vitesse ?", "and how fast?"],
    ["avec 16k de contexte ?", "with 16k of context?"],
    ["merci beaucoup", "thanks"],
    ["pourquoi ?", "why?"],
    ["moins cher ?", "cheaper?"],
  ])("goes on as the English turn does: %s", (turn, english) => {
    expect(computedCalls(turn, fit)).toEqual(computedCalls(english, fit));
  });
});
