import { describe, expect, it } from "vitest";
import type { Told } from "../../../server/built-in/trouble-topic.ts";
import { untoldCauses } from "../../../server/built-in/untold-causes.ts";
import { findCauses, type TroubleshootInput } from "../../../tools/troubleshoot.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const plain: Told = { symptoms: ["runs-on-cpu"], circumstances: [] };
const inContainer: Told = { ...plain, circumstances: ["container"] };

function left(now: Told, tried: readonly Told[]): string[] {
  const resolved: TroubleshootInput = { device: "orin-nx-16gb", runtime: "vllm", limit: 12, ...now };
  return untoldCauses({ causes: findCauses(resolved, knowledge), resolved }, tried, knowledge).map(
    ({ id }) => id,
  );
}

describe("untoldCauses()", () => {
  it("leaves every cause where nothing was tried", () => {
    const [first, ...others] = left(inContainer, []);
    expect(left(inContainer, [inContainer])).toEqual(others);
    expect(others).not.toContain(first);
  });

  it("drops what was told in the order of its time, wherever it stands now", () => {
    const [told] = left(plain, []);
    const all = left(inContainer, []);
    expect(all[0]).not.toBe(told);
    expect(left(inContainer, [plain])).toEqual(all.filter((id) => id !== told));
  });

  it("has none left after as many tries as there are causes", () => {
    const tried = Array.from({ length: 12 }, () => plain);
    expect(left(plain, tried)).toEqual([]);
  });
});
