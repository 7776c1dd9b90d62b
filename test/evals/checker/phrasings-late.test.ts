import { describe, expect, it } from "vitest";
import { latePhrasings } from "../../../evals/checker/phrasings-late.ts";
import { isTrue, type Piece, render } from "../../../evals/checker/pieces.ts";
import { createChance } from "../../../evals/checker/random.ts";
import { createScenario } from "../../../evals/checker/scenario.ts";
import { createWriter } from "../../../evals/checker/writer.ts";
import { names } from "../../fixtures/check-evidence.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const tables = { latePhrasings };

describe.each(Object.entries(tables))("%s", (_, table) => {
  it("write sentences whose every claim is true", async () => {
    const scenario = await createScenario(
      ["agx-orin-64gb", "agx-orin-32gb"],
      ["llama-3.1-8b"],
      knowledge,
      names,
    );
    const writer = createWriter(scenario, "en", {}, createChance(1));
    for (const write of Object.values(table)) {
      const pieces: Piece[] = write(writer);
      expect(pieces.every((piece) => isTrue(piece, scenario.truth))).toBe(true);
      expect(render(pieces)).toMatch(/\d/);
    }
  });
});
