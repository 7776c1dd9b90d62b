import { describe, expect, it } from "vitest";
import { rememberSearches } from "../../../evals/run/remember-searches.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

/** Knowledge that counts its searches, of which the first may fail. */
function counting(fails = 0) {
  const asked: string[] = [];
  const search: Knowledge["search"] = async (query) => {
    asked.push(query);
    if (asked.length <= fails) throw new Error("no room on the disk");
    return [];
  };
  return { asked, knowledge: Object.create(knowledge, { search: { value: search } }) };
}

describe("rememberSearches()", () => {
  it("searches once for what is asked twice", async () => {
    const { asked, knowledge: counted } = counting();
    const remembering = rememberSearches(counted);
    await remembering.search("Thor", { limit: 2 });
    await remembering.search("Thor", { limit: 2 });
    await remembering.search("Thor", { limit: 3 });
    await remembering.search("Orin");
    expect(asked).toEqual(["Thor", "Thor", "Orin"]);
  });

  it("searches again after a failure", async () => {
    const { asked, knowledge: counted } = counting(1);
    const remembering = rememberSearches(counted);
    await expect(remembering.search("Thor")).rejects.toThrow("no room");
    expect(await remembering.search("Thor")).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it("is the same knowledge otherwise", () => {
    expect(rememberSearches(knowledge).devices).toBe(knowledge.devices);
  });
});
