import { describe, expect, it } from "vitest";
import { costBlocks, costHeadline } from "../../../server/built-in/compose-cost.ts";
import { FleetInput } from "../../../tools/fleet/fleet-input.ts";
import { fleetCost } from "../../../tools/fleet-cost.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const cost = async (input: object) =>
  await fleetCost.run(FleetInput.parse({ device: "agx-orin-64gb", devices: 100, ...input }), knowledge);

describe("costHeadline()", () => {
  it("says total, years and the price with its day", async () => {
    const fleet = await cost({ years: 5 });
    const display = fleet.facts.find(({ id }) => id === "total")?.display;
    const line = costHeadline(fleet);
    expect(line).toContain(`About ${display} for a fleet of 100 Jetson AGX Orin 64GB over 5 years`);
    expect(line).toContain("at 3,499 USD (kit, 2026-07-21) a board");
    expect(line).not.toContain("?");
  });

  it("speaks of one board, one year and the user's own price", async () => {
    const line = costHeadline(await cost({ devices: 1, years: 1, unitPriceUsd: 3000 }));
    expect(line).toContain("for one Jetson AGX Orin 64GB over 1 year");
    expect(line).toContain("at your 3,000 USD a board");
  });

  it("says what a thousand answers cost where a model runs", async () => {
    const workload = { model: "llama-3.1-8b" };
    expect(costHeadline(await cost({ workload }))).toContain(
      "a thousand answers of Llama 3.1 8B Instruct cost",
    );
    expect(costHeadline(await cost({}))).not.toContain("a thousand answers");
  });

  it("says that no price is known", async () => {
    expect(costHeadline(await cost({ device: "igx-thor-t7000" }))).toContain(
      "No price of IGX Thor is on record",
    );
  });
});

describe("costBlocks()", () => {
  it("shows every line and the documents' prices with their day", async () => {
    const fleet = await cost({});
    const [block] = costBlocks([fleet]);
    const text = block?.lines.join("\n") ?? "";
    for (const { part, formula } of fleet.lines) {
      expect(text).toContain(`| ${part} | `);
      expect(text).toContain(formula);
    }
    expect(text).toContain(
      "At 1,999 USD (kit, 2026-05), as edge-llm-decision-framework prints it, it would be",
    );
    expect(text).not.toContain("?");
    expect(block?.heading).toBe("Cost: 100 × Jetson AGX Orin 64GB");
  });

  it("has no block where there is nothing to show", async () => {
    expect(costBlocks([await cost({ device: "igx-thor-t7000" })])).toEqual([]);
  });
});
