import { describe, expect, it } from "vitest";
import { mutations } from "../../../evals/checker/mutations.ts";
import { render } from "../../../evals/checker/pieces.ts";
import { createChance } from "../../../evals/checker/random.ts";
import { createScenario } from "../../../evals/checker/scenario.ts";
import { createWriter, first } from "../../../evals/checker/writer.ts";
import { names } from "../../fixtures/check-evidence.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("mutations", () => {
  it("each change a text that gives them cause, and leave the original alone", async () => {
    const scenario = await createScenario(
      ["orin-nx-16gb", "orin-nx-8gb"],
      ["llama-3.1-8b", "qwen3-14b"],
      knowledge,
      names,
    );
    const writer = createWriter(scenario, "en", {}, createChance(1));
    const about = first(writer);
    const other = { board: writer.board(1), model: about.model };
    const pieces = [
      about.model,
      " on ",
      about.board,
      ": ",
      writer.number("headroom", about),
      " of ",
      writer.number("available", about),
      ", and it ",
      writer.verdict("fit", other),
      " on ",
      other.board,
      ".",
    ];
    const before = render(pieces);
    for (const { id, mutate } of mutations) {
      const changed = mutate(pieces, scenario, "en", createChance(3));
      expect(changed, id).not.toBeNull();
      expect(render(changed ?? []), id).not.toBe(before);
    }
    expect(render(pieces)).toBe(before);
  });
});
