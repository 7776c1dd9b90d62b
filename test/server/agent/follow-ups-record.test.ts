import { describe, expect, it } from "vitest";
import {
  afterClaim,
  afterCost,
  afterLookUp,
  afterMeasurements,
  afterSpeed,
  afterStreams,
  afterTrouble,
} from "../../../server/agent/follow-ups-record.ts";
import { toQuestion } from "../../../server/built-in/phrase-plan.ts";
import { checkClaim } from "../../../tools/check-claim.ts";
import { estimateThroughput } from "../../../tools/estimate-throughput.ts";
import { findMeasurements } from "../../../tools/find-measurements.ts";
import { fleetCost } from "../../../tools/fleet-cost.ts";
import { streamCapacity } from "../../../tools/stream-capacity.ts";
import { troubleshoot } from "../../../tools/troubleshoot.ts";
import { find, knowledge } from "../../fixtures/server-knowledge.ts";

const device = "orin-nx-16gb";
const model = "qwen3-8b";
const kindsOf = (followUps: readonly { kind: string }[]) => followUps.map(({ kind }) => kind);

describe("what to ask", () => {
  it("after speeds is whether it fits, with its neighbours", async () => {
    const speed = await estimateThroughput.run(
      { device, model, coTenants: [{ model: "yolo11s" }] },
      knowledge,
    );
    expect(afterSpeed(speed, knowledge)[0]).toMatchObject({
      kind: "fit",
      question: toQuestion({ device, workloads: [{ model }, { model: "yolo11s" }] }, knowledge),
    });
  });

  it("after a claim is what is to be expected, or what runs on the board it is of", async () => {
    const ofModel = await checkClaim.run({ device, model, metric: "decode", value: "50 tok/s" }, knowledge);
    expect(kindsOf(afterClaim(ofModel, knowledge))).toEqual(["speed", "measured", "fit"]);
    const ofBoard = await checkClaim.run({ device, metric: "bandwidth", value: "273 GB/s" }, knowledge);
    expect(kindsOf(afterClaim(ofBoard, knowledge))).toEqual(["fit", "price"]);
  });

  it("after measured runs is the speed on the board of the nearest, where none was named", async () => {
    const found = await findMeasurements.run({ model }, knowledge);
    expect(kindsOf(afterMeasurements(found, knowledge))).toEqual(["speed", "fit", "compare"]);
  });

  it("after the cost of a fleet is that of the boards beside it in price", async () => {
    const cost = await fleetCost.run({ device, devices: 20, years: 3 }, knowledge);
    const [first, second] = afterCost(cost, knowledge);
    for (const each of [first, second])
      expect(each).toMatchObject({
        kind: "compare",
        question: expect.stringMatching(/fleet of 20 .* 3 years/),
      });
  });

  it("after cameras is the memory for them, and what the next board takes", async () => {
    const capacity = await streamCapacity.run({ device, model: "yolo11s", streams: 6 }, knowledge);
    const [fit, board, format] = afterStreams(capacity, knowledge);
    expect(fit).toMatchObject({
      label: "Memory for 6 streams",
      question: expect.stringContaining("6 streams"),
    });
    expect(kindsOf([board, format].flatMap((each) => each ?? []))).toEqual(["board", "quantization"]);
  });

  it("after trouble is whether the model should fit and how fast it should be", async () => {
    const trouble = await troubleshoot.run({ symptoms: ["killed-loading"], device, model }, knowledge);
    expect(kindsOf(afterTrouble(trouble, knowledge))).toEqual(["fit", "speed", "measured"]);
    const unnamed = await troubleshoot.run({ symptoms: ["killed-loading"] }, knowledge);
    expect(afterTrouble(unnamed, knowledge)).toEqual([]);
  });

  it.each([
    { name: device, kinds: ["fit", "price"] },
    { name: model, kinds: ["compare", "measured"] },
    { name: "NVFP4", kinds: ["board", "board"] },
    { name: "Q4_K_M", kinds: [] },
    { name: "vLLM", kinds: [] },
  ])("after the record of $name is $kinds", async ({ name, kinds }) => {
    expect(kindsOf(afterLookUp(await find(name), knowledge))).toEqual(kinds);
  });
});
