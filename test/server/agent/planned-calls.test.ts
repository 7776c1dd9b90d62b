import { describe, expect, it } from "vitest";
import { decidingCalls, makePlannedCalls, missingCalls } from "../../../server/agent/planned-calls.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const workloads = [{ model: "llama-3.1-8b" }];
const fitCall = (device: string, more: object = {}) => ({
  name: "memory-fit",
  input: { device, workloads, ...more },
});
const search = { name: "search-documents", input: { query: "Llama 3.1 8B" } };
const speed = { name: "estimate-throughput", input: { device: "orin-nx-16gb", model: "llama-3.1-8b" } };
const make = (...calls: Parameters<typeof makePlannedCalls>[0][number][]) =>
  makePlannedCalls(calls, knowledge);
const namesOf = (calls: Awaited<ReturnType<typeof make>>) => calls.map(({ outcome }) => outcome.name);

describe("decidingCalls()", () => {
  it("are those of memory-fit where there are any, else what is asked first, and never the search", async () => {
    expect(namesOf(decidingCalls(await make(speed, fitCall("orin-nx-16gb"), search)))).toEqual([
      "memory-fit",
    ]);
    expect(namesOf(decidingCalls(await make(speed, search)))).toEqual(["estimate-throughput"]);
    expect(decidingCalls(await make(search))).toEqual([]);
  });
});

describe("missingCalls()", () => {
  it("asks for the same board and model with the same verdict, under whatever name", async () => {
    const planned = await make(fitCall("orin-nx-16gb"));
    expect(missingCalls(planned, await make(fitCall("Orin NX 16GB", { os: "headless" })))).toEqual([]);
    expect(missingCalls(planned, [])).toEqual(planned);
  });

  it("takes no other board, no other model and no refused call for it", async () => {
    const planned = await make(fitCall("orin-nx-16gb"));
    const others = [
      fitCall("agx-orin-64gb"),
      fitCall("orin-mega"),
      { ...fitCall("orin-nx-16gb"), name: "look-up" },
      search,
    ];
    for (const other of others) expect(missingCalls(planned, await make(other))).toEqual(planned);
    const otherModel = fitCall("orin-nx-16gb", { workloads: [{ model: "qwen3-8b" }] });
    expect(missingCalls(planned, await make(otherModel))).toEqual(planned);
  });

  it("takes no call whose verdict differs for it", async () => {
    const planned = await make(fitCall("orin-nano-8gb"));
    const smaller = fitCall("orin-nano-8gb", {
      workloads: [{ model: "llama-3.1-8b", quantization: "q2-k" }],
      os: "headless",
    });
    expect(missingCalls(planned, await make(smaller))).toEqual(planned);
  });

  it("misses one of several boards", async () => {
    const planned = await make(fitCall("orin-nx-16gb"), fitCall("orin-nx-8gb"));
    expect(missingCalls(planned, await make(fitCall("orin-nx-16gb")))).toEqual([planned[1]]);
  });
});
