import { afterEach, describe, expect, it, vi } from "vitest";
import { createToolRunner, makeCall } from "../../../server/agent/tool-runner.ts";
import type { TurnEvent } from "../../../server/agent/turn-events.ts";
import { getTool } from "../../../tools/registry.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const input = { device: "orin-nx-16gb", workloads: [{ model: "llama-3.1-8b" }] };

function open() {
  const events: TurnEvent[] = [];
  return { runner: createToolRunner(knowledge, (event) => events.push(event)), events };
}

afterEach(() => vi.useRealTimers());

describe("createToolRunner()", () => {
  it("keeps the whole result and tells the model its digest", async () => {
    const { runner, events } = open();
    const { told } = await runner.run("memory-fit", input);
    const { output, digest } = await getTool("memory-fit").call(input, knowledge);
    expect(told).toBe(digest);
    expect(runner.made).toMatchObject([{ outcome: { name: "memory-fit", input, output } }]);
    expect(events).toMatchObject([
      { type: "call", id: "call-1", name: "memory-fit", input },
      { type: "result", id: "call-1", output },
    ]);
  });

  it("makes an identical call once", async () => {
    const { runner, events } = open();
    await runner.run("memory-fit", input);
    const { told } = await runner.run("memory-fit", {
      workloads: [{ model: "llama-3.1-8b" }],
      device: "orin-nx-16gb",
    });
    expect(told).toMatch(/already answered/);
    expect(runner.made).toHaveLength(1);
    expect(events.filter(({ type }) => type === "call")).toHaveLength(1);
  });

  it("says why a call was refused", async () => {
    const { runner, events } = open();
    const { told } = await runner.run("memory-fit", { ...input, device: "orin-mega" });
    expect(told).toMatch(/Cannot find the device "orin-mega"/);
    expect(events.at(-1)).toMatchObject({
      type: "refused",
      message: expect.stringContaining("nearest known"),
    });
  });

  it.each(["delete_all", "constructor", "__proto__"])("runs no tool named %s", async (name) => {
    const { runner } = open();
    expect((await runner.run(name, {})).told).toMatch(/there are memory-fit/);
  });
});

describe("makeCall()", () => {
  it("gives up a tool that does not come back within 5 s", async () => {
    vi.useFakeTimers();
    const stuck = { ...knowledge, search: () => new Promise<never>(() => {}) };
    const call = makeCall("1", { name: "search-documents", input: { query: "MIG" } }, stuck);
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await call).outcome).toMatchObject({ error: expect.stringMatching(/search-documents.*5 s/) });
  });

  it("shows nothing of a surprise", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const broken = { ...knowledge, search: () => Promise.reject(new Error("/root/secret")) };
    const { outcome } = await makeCall("1", { name: "search-documents", input: { query: "MIG" } }, broken);
    expect(outcome).toMatchObject({ error: "The tool failed." });
    expect(log).toHaveBeenCalled();
    log.mockRestore();
  });
});
