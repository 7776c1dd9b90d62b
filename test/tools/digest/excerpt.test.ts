import { describe, expect, it } from "vitest";
import { excerpt } from "../../../tools/digest/excerpt.ts";

const text = "- Orin has LPDDR5.\n- Thor has 128 GB. AGX Orin has 204.8 GB/s of bandwidth.\n- More follows.";

describe("excerpt()", () => {
  it.each([
    { query: "What bandwidth has AGX Orin?", found: "… AGX Orin has 204.8 GB/s of bandwidth. More follows." },
    { query: "128 GB", found: "… Thor has 128 GB. AGX Orin has 204.8 GB/s of bandwidth. More follows." },
    {
      query: "weather",
      found: "Orin has LPDDR5. Thor has 128 GB. AGX Orin has 204.8 GB/s of bandwidth. More follows.",
    },
  ])("starts for $query where it is spoken of", ({ query, found }) => {
    expect(excerpt(text, query)).toBe(found);
  });
});
