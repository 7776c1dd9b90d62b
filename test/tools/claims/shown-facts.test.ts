import { expect, it } from "vitest";
import { displayedFact } from "../../../tools/claims/shown-facts.ts";

it("displayedFact() gives a fact as people write it, or a question mark", () => {
  const basis = { kind: "given" } as const;
  const facts = [{ id: "a", label: "a", entity: "x", value: 1, unit: "B" as const, display: "1 B", basis }];
  expect(displayedFact({ facts }, "a")).toBe("1 B");
  expect(displayedFact({ facts }, "b")).toBe("?");
});
