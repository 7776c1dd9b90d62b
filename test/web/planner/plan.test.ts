import { describe, expect, it } from "vitest";
import {
  addLoad,
  changeLoad,
  duplicateLoad,
  moveTo,
  type Plan,
  removeLoad,
} from "../../../web/planner/plan.ts";

const plan: Plan = {
  board: "orin-nx-16gb",
  powerMode: "25W",
  os: "headless",
  release: "36.4.7",
  loads: [
    { key: 1, model: "qwen3-8b", settings: { contextTokens: 8192 } },
    { key: 2, model: "yolo11s", settings: { streams: 4 } },
  ],
};
const modelsOf = ({ loads }: Plan) => loads.map(({ key, model }) => `${key} ${model}`);

describe("a plan", () => {
  it("gives every workload a key that no other has, also after one was removed", () => {
    const shorter = removeLoad(plan, 1);
    expect(modelsOf(shorter)).toEqual(["2 yolo11s"]);
    expect(modelsOf(addLoad(shorter, "bge-m3"))).toEqual(["2 yolo11s", "3 bge-m3"]);
    expect(modelsOf(addLoad(removeLoad(shorter, 2), "bge-m3"))).toEqual(["1 bge-m3"]);
  });

  it("puts a copy beside its original, with the same settings", () => {
    const longer = duplicateLoad(plan, 1);
    expect(modelsOf(longer)).toEqual(["1 qwen3-8b", "3 qwen3-8b", "2 yolo11s"]);
    expect(longer.loads[1]?.settings).toEqual({ contextTokens: 8192 });
  });

  it("changes one workload and no other", () => {
    const changed = changeLoad(plan, 2, { settings: { streams: 5 } });
    expect(changed.loads[0]).toBe(plan.loads[0]);
    expect(changed.loads[1]?.settings).toEqual({ streams: 5 });
  });

  it("moves to another board in the same power mode where that board has it, without the release", () => {
    const { loads, os } = plan;
    expect(moveTo(plan, "orin-nx-16gb-super", ["MAXN_SUPER", "25W"])).toEqual({
      board: "orin-nx-16gb-super",
      powerMode: "25W",
      os,
      loads,
    });
    expect(moveTo(plan, "thor-t5000", ["MAXN"])).toEqual({ board: "thor-t5000", os, loads });
  });
});
