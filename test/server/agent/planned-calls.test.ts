import { describe, expect, it, vi } from "vitest";
import { decidingCalls, makePlannedCalls, missingCalls } from "../../../server/agent/planned-calls.ts";
import type { MadeCall } from "../../../server/agent/tool-runner.ts";
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

describe("makePlannedCalls()", () => {
  it("tells of each call as soon as it is made, in the planner's order, though the search still goes on", async () => {
    const found = Promise.withResolvers<[]>();
    const told: string[] = [];
    const all = makePlannedCalls(
      [fitCall("orin-nx-16gb"), speed, search],
      { ...knowledge, search: () => found.promise },
      { onMade: ({ id, outcome }) => void told.push(`${id} ${outcome.name}`) },
    );
    await vi.waitFor(() => expect(told).toEqual(["plan-1 memory-fit", "plan-2 estimate-throughput"]));
    found.resolve([]);
    expect(namesOf(await all)).toEqual(["memory-fit", "estimate-throughput", "search-documents"]);
    expect(told.at(-1)).toBe("plan-3 search-documents");
  });

  it("begins to search before it does the sums", async () => {
    const order: string[] = [];
    const searching = async () => {
      order.push("search begins");
      return [];
    };
    await makePlannedCalls(
      [fitCall("orin-nx-16gb"), search],
      { ...knowledge, search: searching },
      { onMade: ({ outcome }) => void order.push(outcome.name) },
    );
    expect(order).toEqual(["search begins", "memory-fit", "search-documents"]);
  });
});

describe("makePlannedCalls(), once nobody waits any more,", () => {
  it("makes no further call, and says why", async () => {
    const asker = new AbortController();
    const told: string[] = [];
    const onMade = ({ outcome }: MadeCall) => {
      told.push(outcome.name);
      asker.abort(new Error("gone"));
    };
    const listening = { onMade, abortSignal: asker.signal };
    const all = makePlannedCalls([fitCall("orin-nx-16gb"), speed, search], knowledge, listening);
    await expect(all).rejects.toThrow("gone");
    expect(told).toEqual(["memory-fit"]);
  });

  it("makes none at all where the asker is gone already", async () => {
    const onMade = vi.fn();
    const all = makePlannedCalls([speed], knowledge, {
      onMade,
      abortSignal: AbortSignal.abort(new Error("gone")),
    });
    await expect(all).rejects.toThrow("gone");
    expect(onMade).not.toHaveBeenCalled();
  });

  it("does not wait for a search that goes on", async () => {
    const asker = new AbortController();
    const endless = { ...knowledge, search: () => new Promise<never>(() => {}) };
    const all = makePlannedCalls([search], endless, { abortSignal: asker.signal });
    setImmediate(() => asker.abort(new Error("gone")));
    await expect(all).rejects.toThrow("gone");
  });
});

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
