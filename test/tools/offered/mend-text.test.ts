import { describe, expect, it } from "vitest";
import { z } from "zod";
import { mendText } from "../../../tools/offered/mend-text.ts";

describe("mendText()", () => {
  it.each([
    { text: "4096", type: z.number(), field: "images", read: 4096 },
    { text: "4,096 tokens", type: z.number(), field: "contextTokens", read: 4096 },
    { text: "16k", type: z.number(), field: "contextTokens", read: 16_000 },
    { text: "16k", type: z.number(), field: "images", read: "16k" },
    { text: "30 W", type: z.number(), field: "powerBudgetWatts", read: 30 },
    { text: "30 GB", type: z.number(), field: "powerBudgetWatts", read: "30 GB" },
    { text: "$500", type: z.number(), field: "budgetUsd", read: 500 },
    { text: "7B", type: z.number(), field: "largestModelBillions", read: 7 },
    { text: "-1", type: z.number(), field: "images", read: "-1" },
    {
      text: "Multi Camera",
      type: z.enum(["multi-camera", "robotics"]),
      field: "application",
      read: "multi-camera",
    },
    { text: "toaster", type: z.enum(["multi-camera", "robotics"]), field: "application", read: "toaster" },
    { text: "No", type: z.boolean(), field: "battery", read: false },
    { text: "perhaps", type: z.boolean(), field: "battery", read: "perhaps" },
    { text: "7B", type: z.string(), field: "model", read: "7B" },
  ])("reads $text of $field as $read", ({ text, type, field, read }) => {
    expect(mendText(text, type, field)).toBe(read);
  });
});
