import { describe, expect, it } from "vitest";
import { FleetInput } from "../../tools/fleet/fleet-input.ts";
import { fleetCost } from "../../tools/fleet-cost.ts";
import { assume, estimateSpeed, knowledge } from "../fixtures/knowledge.ts";

const cost = async (input: object) =>
  await fleetCost.run(FleetInput.parse({ device: "agx-orin-64gb", devices: 100, ...input }), knowledge);
const call = async (input: object) => await fleetCost.call(input, knowledge);
const everyBoard = knowledge.devices.entries.map(({ id }) => id);

describe("fleet-cost", () => {
  it("reckons a fleet that can be checked in the head", async () => {
    const { totalUsd, hardwareUsd, sparesUsd, replacementsUsd, energyKwh, energyUsd, perDevicePerYearUsd } =
      await cost({
        powerMode: "50W",
        unitPriceUsd: 1000,
        years: 4,
        annualFailureRate: 0.05,
        sparesShare: 0.1,
        hoursPerDay: 10,
        dutyCycle: 1,
        electricityUsdPerKwh: 0.1,
      });
    const kilowattHours = (50 * assume("decode-power-share") * 100 * 1461 * 10) / 1000;
    expect([hardwareUsd, sparesUsd, replacementsUsd]).toEqual([100_000, 10_000, 20_000]);
    expect(energyKwh).toBeCloseTo(kilowattHours, 6);
    expect(energyUsd).toBeCloseTo(kilowattHours * 0.1, 6);
    expect(totalUsd).toBeCloseTo(130_000 + kilowattHours * 0.1, 6);
    expect(perDevicePerYearUsd).toBeCloseTo((totalUsd ?? 0) / 400, 6);
  });

  it.each(everyBoard)(
    "has lines that add up to the total for %s, or says why there is none",
    async (device) => {
      const { lines, totalUsd, message, unitPrices } = await cost({ device });
      const sum = lines.reduce((total, { usd }) => total + usd, 0);
      if (totalUsd === null) expect([message?.startsWith("No price of"), unitPrices]).toEqual([true, []]);
      else expect([sum, message]).toEqual([totalUsd, null]);
    },
  );

  it("gives the same total at the price that holds and at the document's", async () => {
    const { unitPrices, byDocumentPrice, totalUsd } = await cost({});
    const current = unitPrices.find((price) => price.current);
    expect(current).toMatchObject({ value: 3499, kind: "kit", date: "2026-07-21", totalUsd });
    expect(byDocumentPrice).toMatchObject({
      value: 1999,
      date: "2026-05",
      source: "edge-llm-decision-framework",
    });
    const boardsBought = 100 + 2 + 6;
    expect((totalUsd ?? 0) - (byDocumentPrice?.totalUsd ?? 0)).toBeCloseTo(boardsBought * 1500, 6);
  });

  it("reproduces the arithmetic of the document's fleet: 60 modules of 1,000 in three years", async () => {
    const { replacementsUsd } = await cost({ devices: 1000, years: 3, priceKind: "module" });
    expect(replacementsUsd).toBeCloseTo(60 * 2999, 6);
  });

  it("answers an unknown price with a message and the electricity alone", async () => {
    const { totalUsd, message, lines, energyUsd, perThousandAnswersUsd } = await cost({
      device: "orin-nx-16gb",
      priceKind: "kit",
      workload: { model: "llama-3.1-8b" },
    });
    expect([totalUsd, perThousandAnswersUsd]).toEqual([null, null]);
    expect(message).toContain("No kit price of Jetson Orin NX 16GB is on record");
    expect(lines).toEqual([expect.objectContaining({ part: "electricity", usd: energyUsd })]);
  });

  it("leaves electricity out where nobody states watts, and says so", async () => {
    const { energyKwh, totalUsd, assumptions } = await cost({ device: "hailo-8" });
    expect(energyKwh).toBeNull();
    expect(totalUsd).toBeGreaterThan(0);
    expect(assumptions.join()).toContain("electricity is not counted");
  });

  it("says of a module's price that the carrier is missing, unless it is stated", async () => {
    const words = "carrier board, supply, cooling and storage";
    expect((await cost({ device: "orin-nx-16gb" })).assumptions.join()).toContain(words);
    expect((await cost({ device: "orin-nx-16gb", carrierUsd: 90 })).assumptions.join()).not.toContain(words);
    expect((await cost({})).assumptions.join()).not.toContain(words);
  });

  it("draws less the longer it waits", async () => {
    const [busy, half, idle] = [
      await cost({ dutyCycle: 1 }),
      await cost({ dutyCycle: 0.5 }),
      await cost({ dutyCycle: 0 }),
    ].map(({ wattsPerDevice }) => wattsPerDevice ?? 0);
    expect(idle).toBe(60 * assume("idle-power-share"));
    expect(half).toBeCloseTo(((busy ?? 0) + (idle ?? 0)) / 2, 10);
    expect(busy).toBeGreaterThan(half ?? 0);
  });
});

describe("fleet-cost: what the boards run", () => {
  const workload = { model: "llama-3.1-8b" };

  it("takes speed and watts of the estimator", async () => {
    const speed = await estimateSpeed({ device: "agx-orin-64gb", ...workload });
    const { wattsPerDevice, perThousandAnswersUsd, totalUsd } = await cost({ workload, years: 4 });
    const answers = (100 * 1461 * 86_400 * (speed.aggregateTokensPerSecond?.expected ?? 0)) / 256;
    expect(wattsPerDevice).toBe(speed.power.watts?.expected);
    expect(perThousandAnswersUsd).toBeCloseTo((1000 * (totalUsd ?? 0)) / answers, 8);
  });

  it("knows no cost of answers without a workload, without a speed or without busy hours", async () => {
    const blocked = await cost({ workload: { ...workload, quantization: "nvfp4" } });
    expect((await cost({})).perThousandAnswersUsd).toBeNull();
    expect((await cost({ workload, dutyCycle: 0 })).perThousandAnswersUsd).toBeNull();
    expect(blocked.perThousandAnswersUsd).toBeNull();
    expect(blocked.assumptions.join()).toContain("no speed of Llama 3.1 8B Instruct is known");
  });

  it("gives the same result for what it resolved", async () => {
    const first = await cost({ workload, coolingUsd: 15 });
    const again = await fleetCost.run(FleetInput.parse(first.resolved), knowledge);
    expect([again.totalUsd, again.resolved]).toEqual([first.totalUsd, first.resolved]);
  });

  it("says it in a few lines, with the day of each price", async () => {
    const { digest } = await call({ device: "agx-orin-64gb", devices: 100, workload });
    expect(digest).toContain("3,499 USD (kit, 2026-07-21)");
    expect(digest).toContain("1,999 USD (kit, 2026-05)");
    expect(digest.length).toBeLessThan(900);
  });

  it.each([
    { why: "an ambiguous board", input: { device: "Orin NX", devices: 1 }, code: "ambiguous-id" },
    { why: "an unknown mode", input: { device: "thor", devices: 1, powerMode: "1W" }, code: "unknown-id" },
    { why: "no count", input: { device: "thor" }, code: "invalid-input" },
  ])("refuses $why", async ({ input, code }) => {
    await expect(call(input)).rejects.toMatchObject({ code });
  });
});
