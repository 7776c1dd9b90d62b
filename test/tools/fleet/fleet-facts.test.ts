import { describe, expect, it } from "vitest";
import { fleetCost } from "../../../tools/fleet-cost.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const facts = async (change: object = {}) =>
  (await fleetCost.run({ device: "agx-orin-64gb", devices: 10, ...change }, knowledge)).facts;
const find = async (id: string, change: object = {}) => (await facts(change)).find((fact) => fact.id === id);

describe("fleetFacts()", () => {
  it("displays each price with its kind and day", async () => {
    expect(await find("price-kit-2026-07-21-cnx-software-2026-07-22")).toMatchObject({
      value: 3499,
      display: "3,499 USD (kit, 2026-07-21)",
      basis: { kind: "cited", source: "cnx-software-2026-07-22" },
    });
    expect(await find("price-kit-2026-05-edge-llm-decision-framework")).toMatchObject({ value: 1999 });
  });

  it("computes the total at every price on record", async () => {
    const then = await find("total-at-2026-05-edge-llm-decision-framework");
    const now = await find("total");
    expect(now?.value).toBeGreaterThan(then?.value ?? 0);
    expect(await find("total-at-2026-07-21-cnx-software-2026-07-22")).toMatchObject({ value: now?.value });
  });

  it("states a price of the user's own as given", async () => {
    expect(await find("unit-price", { unitPriceUsd: 3000 })).toMatchObject({
      value: 3000,
      basis: { kind: "given" },
    });
    expect(await find("unit-price")).toBeUndefined();
  });

  it("has no id twice and only inputs that are facts", async () => {
    const all = await facts({ workload: { model: "llama-3.1-8b" } });
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { basis } of all)
      for (const input of basis.kind === "computed" ? basis.inputs : []) expect(ids).toContain(input);
  });
});
