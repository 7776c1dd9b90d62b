import { describe, expect, it } from "vitest";
import { firstPlan, knownPlan, onBoard } from "../../../web/planner/known-plan.ts";
import { parsePlan } from "../../../web/planner/plan-address.ts";
import { fetchCatalog } from "./catalog.ts";

const catalog = await fetchCatalog();
const read = (query: string) => knownPlan(parsePlan(query), catalog);

describe("knownPlan()", () => {
  it("finds boards, models, modes and formats in whatever way they are written", () => {
    const { plan, notes } = read(
      "board=Jetson AGX Orin 64GB&mode=30w&load=Qwen2.5 VL 7B~Q4_K_M~runtime:llama.cpp~kv:Q8_0",
    );
    expect(notes).toEqual([]);
    expect(plan).toMatchObject({ board: "agx-orin-64gb", powerMode: "MODE_30W" });
    expect(plan.loads).toEqual([
      {
        key: 1,
        model: "qwen2.5-vl-7b",
        settings: { quantization: "q4-k-m", runtime: "llama-cpp", kvCacheType: "q8-0" },
      },
    ]);
  });

  it("has a board in any case, and says which of the names it does not know", () => {
    const { plan, notes } = read("board=toaster&mode=9W&load=unobtainium-7b&load=qwen3-8b~q99~kv:tin");
    expect(plan).toEqual({
      board: "orin-nx-16gb",
      os: "desktop",
      loads: [{ key: 2, model: "qwen3-8b", settings: {} }],
    });
    expect(notes).toEqual([
      "No board is known as “toaster”: Jetson Orin NX 16GB is shown in its place.",
      "Jetson Orin NX 16GB has no power mode “9W”: its highest is taken.",
      "No model is known as “unobtainium-7b”: it was left out.",
      "“q99” of Qwen3 8B is not known and was left out.",
      "“tin” of Qwen3 8B is not known and was left out.",
    ]);
  });

  it("begins with a plan that every name of is known", () => {
    const first = firstPlan(catalog);
    expect(first.loads).toHaveLength(1);
    expect(onBoard(first, "thor-t5000", catalog).board).toBe("thor-t5000");
  });
});
