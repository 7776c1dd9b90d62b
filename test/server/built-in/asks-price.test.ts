import { describe, expect, it } from "vitest";
import { asksPrice } from "../../../server/built-in/asks-price.ts";

describe("asksPrice()", () => {
  it.each([
    "What does the board cost?",
    "how much is it?",
    "How much does that kit cost",
    "What's its price?",
    "What does the Thor developer kit cost?",
    "Hi there, a quick question: What does the Thor developer kit cost? Many thanks!",
    "What would an RK3588 board cost me?",
    "AGX Orin 64GB or Thor, what do the two kits cost?",
    "What do I have to pay for a Jetson AGX Orin 64GB these days?",
    "How much is an Orin Nano Super?",
    "how much for an AGX Orin 32GB module",
    "Price of the Jetson T5000 module please",
    "AGX Orin 64GB price?",
  ])("is true for %s", (question) => expect(asksPrice(question)).toBe(true));

  it.each([
    "Which board costs least?",
    "How much memory does it need?",
    "What does a thousand answers cost?",
    "What would a board for a 70B model cost?",
    "What does it take to run a 70B model on a Jetson?",
    "How much is left on an Orin NX 16GB beside Qwen3 8B?",
    "What does the AGX Orin 64GB draw?",
    "Does it fit?\nWhat does the board cost?",
  ])("is false for %s", (question) => expect(asksPrice(question)).toBe(false));
});
