import { describe, expect, it } from "vitest";
import { german } from "../../../../server/built-in/languages/german.ts";
import { toEnglish } from "../../../../server/built-in/languages/to-english.ts";
import { computedCalls } from "../../../fixtures/planned-calls.ts";

const fit = "Does Llama 3.1 8B fit on an Orin NX 16GB?";

describe("german", () => {
  it.each([
    ["Passt Llama 3.1 8B auf einen Orin NX 16GB?", fit],
    [
      "Wie viele Kameras schafft ein Orin NX 16GB mit YOLOv8n?",
      "How many cameras can an Orin NX 16GB take with YOLOv8n?",
    ],
    ["Mein Thor startet neu, wenn vLLM Speicher belegt", "My Thor reboots when vLLM allocates memory"],
    [
      "Mein Orin Nano 8GB stürzt beim Laden von Llama 3.1 8B ab",
      "My Orin Nano 8GB crashes while loading Llama 3.1 8B",
    ],
    ["Wie schnell ist gpt-oss-20b auf dem AGX Orin 64GB?", "How fast is gpt-oss-20b on the AGX Orin 64GB?"],
    [
      "Was ist das billigste Board für ein lokales 7B-Modell?",
      "What is the cheapest board for a local 7B model?",
    ],
    [
      "Welches Board brauche ich für einen humanoiden Roboter?",
      "Which board do I need for a humanoid robot?",
    ],
    [
      "Läuft Qwen3-8B mit 16k Kontext auf dem Orin Nano 8GB ohne Desktop?",
      "Does Qwen3-8B run with 16k context on the Orin Nano 8GB headless?",
    ],
    [
      "Kann ich Qwen2.5-VL-7B neben YOLO mit zwei Kameras auf einem Orin NX betreiben?",
      "Can I run Qwen2.5-VL-7B next to YOLO with two cameras on an Orin NX?",
    ],
    [
      "Was kostet eine Flotte von 200 Orin NX 16GB über 5 Jahre?",
      "What does a fleet of 200 Orin NX 16GB cost over 5 years?",
    ],
    [
      "Wie viel Watt braucht Llama 3.1 8B auf dem AGX Orin 64GB?",
      "How many watts does Llama 3.1 8B need on the AGX Orin 64GB?",
    ],
    [
      "Was ist der längste Kontext für Qwen3-8B auf Thor?",
      "What is the longest context for Qwen3-8B on Thor?",
    ],
    ["Wer hat Qwen3-8B auf Thor gemessen?", "Who measured Qwen3-8B on Thor?"],
    ["Welches Board für 2.000 Anfragen am Tag?", "Which board for 2,000 requests a day?"],
  ])("is read as the English question: %s", (question, english) => {
    expect(toEnglish(question).language).toBe(german.name);
    expect(computedCalls(question)).toEqual(computedCalls(english));
  });

  it.each([
    ["und auf dem 8-GB-Modell?", "and on the 8 GB one?"],
    ["und wie schnell?", "and how fast?"],
    ["mit 16k Kontext?", "with 16k context?"],
    ["nein, ich meinte den AGX Orin", "no, I meant the AGX Orin"],
    ["danke", "thanks"],
    ["warum?", "why?"],
  ])("goes on as the English turn does: %s", (turn, english) => {
    expect(computedCalls(turn, fit)).toEqual(computedCalls(english, fit));
  });
});
