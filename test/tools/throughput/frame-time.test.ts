import { describe, expect, it } from "vitest";
import { frameTime } from "../../../tools/throughput/frame-time.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

function timeOn(device: string, workload: unknown, mode?: string) {
  const placed = place(workload);
  const { record } = placed.subject;
  return record.kind === "detector" ? frameTime(placed, record, board(device, mode), knowledge) : undefined;
}

describe("frameTime()", () => {
  it("is what was measured on the module, with who measured it", () => {
    expect(timeOn("orin-nx-16gb", { model: "yolo11s" })).toEqual({
      latency: 7.55,
      measuredBy: "ultralytics-jetson-guide",
    });
  });

  it("is computed of the operations where nobody measured", () => {
    const time = timeOn("thor-t5000", { model: "yolo11s" });
    expect(time?.measuredBy).toBeNull();
    expect(time?.latency).toBeCloseTo(21.5 / (258 * 0.3), 10);
  });

  it("is longer in a slower mode", () => {
    const [fast, slow] = [undefined, "10W"].map((mode) => timeOn("orin-nx-16gb", { model: "yolo11s" }, mode));
    expect(slow?.latency).toBeGreaterThan(fast?.latency ?? Number.POSITIVE_INFINITY);
  });
});
