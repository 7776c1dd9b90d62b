import { describe, expect, it } from "vitest";
import { findDescriptors } from "../../../server/check/descriptors.ts";
import { names } from "../../fixtures/check-evidence.ts";

describe("findDescriptors()", () => {
  it.each([
    "the 8 GB one",
    "an 8GB board",
    "die 8-GB-Variante",
    "la carte de 8 GB",
    "8GB 版",
    "the 8 GB fits",
  ])("finds the boards with 8 GB in: %s", (text) => {
    const [mention] = findDescriptors(text, names);
    expect(mention?.ids).toContain("orin-nx-8gb");
    expect(mention?.ids).not.toContain("orin-nx-16gb");
  });

  it.each(["needs 8 GB", "8 GB of memory", "the 7 GB board", "8 GB boardwalk"])(
    "finds none in: %s",
    (text) => {
      expect(findDescriptors(text, names)).toEqual([]);
    },
  );
});
