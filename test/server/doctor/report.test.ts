import { describe, expect, it } from "vitest";
import { usualNeeds } from "../../../server/doctor/needs.ts";
import { examine, type Surroundings, type Wishes } from "../../../server/doctor/report.ts";
import { type MachineFiles, machineFiles, machineOf } from "../../fixtures/machine-folder.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";
import { ollamaReport } from "../../fixtures/server-reports.ts";

function at(files: MachineFiles, surroundings: Partial<Surroundings> = {}): Surroundings {
  return {
    machine: machineOf(files),
    server: undefined,
    nodeVersion: "24.0.0",
    index: { state: "missing", generation: "g-0", documents: 6, passages: 242 },
    needs: usualNeeds,
    ...surroundings,
  };
}

const look = (wishes: Partial<Wishes>, surroundings: Surroundings) =>
  examine({ beside: [], ...wishes }, surroundings, knowledge);

describe("examine()", () => {
  it("looks at everything on a Jetson with Ollama", async () => {
    const { checks, server, machine, recommendation, ready } = await look(
      {},
      at(machineFiles.agxOrin, { server: ollamaReport() }),
    );
    expect(checks.map(({ id, state }) => `${id}: ${state}`)).toEqual([
      "server: ok",
      "server-version: ok",
      "model: ok",
      "model-tools: ok",
      "context: ok",
      "gpu: ok",
      "board: ok",
      "l4t: ok",
      "memory: ok",
      "power-mode: warning",
      "node: ok",
      "index: information",
      "records: ok",
      "recommended-model: information",
    ]);
    expect(server).toMatchObject({ kind: "ollama" });
    expect(machine).toMatchObject({ device: "agx-orin-64gb", release: "39.2.1" });
    expect(recommendation).toMatchObject({ device: "agx-orin-64gb", powerMode: "MODE_30W" });
    expect(ready).toBe(true);
  });

  it("is ready without a model server, since the built-in answerer is there", async () => {
    const report = await look({}, at(machineFiles.laptop));
    expect(report).toMatchObject({
      ready: true,
      server: null,
      recommendation: null,
      machine: { device: null },
    });
    expect(report.checks.map(({ id }) => id)).toEqual([
      "server",
      "board",
      "memory",
      "node",
      "index",
      "records",
    ]);
  });

  it.each([
    { why: "an old Ollama", server: ollamaReport([{}], { version: "0.34.2" }), id: "server-version" },
    {
      why: "a context shorter than the prompt",
      server: ollamaReport([{ contextTokens: 2048 }]),
      id: "context",
    },
    { why: "a model on the CPU", server: ollamaReport([{ gpuShare: 0 }]), id: "gpu" },
    { why: "a model without tools", server: ollamaReport([{ tools: false }]), id: "model-tools" },
  ])("is not ready with $why", async ({ server, id }) => {
    const { checks, ready } = await look({}, at(machineFiles.orinNx, { server }));
    expect(ready).toBe(false);
    expect(checks.filter(({ state }) => state === "problem").map((check) => check.id)).toEqual([id]);
  });

  it("plans for this very board: its mode, its release, and what the highest mode would allow", async () => {
    const { ready, recommendation } = await look({}, at(machineFiles.orinNanoSuper));
    expect(ready).toBe(true);
    expect(recommendation).toMatchObject({ powerMode: "25W", atHighestMode: { powerMode: "MAXN_SUPER" } });
    expect(recommendation?.best?.input).toMatchObject({ l4t: "36.4.7", powerMode: "25W" });
  });

  it("leaves a server alone where the built-in answerer is asked for", async () => {
    const server = ollamaReport([{}], { version: "0.1.0" });
    const { checks, ready } = await look({ model: "built-in" }, at(machineFiles.laptop, { server }));
    expect(ready).toBe(true);
    expect(checks[0]).toMatchObject({ id: "server", state: "information" });
    expect(checks.map(({ id }) => id)).not.toContain("server-version");
  });

  it("recommends for a board that is named, as every tool assumes it to be run", async () => {
    const { recommendation } = await look({ device: "thor", beside: ["YOLO11n"] }, at(machineFiles.laptop));
    expect(recommendation).toMatchObject({
      device: "agx-thor-devkit",
      powerMode: "MAXN",
      beside: ["YOLO11n"],
    });
  });

  it("recommends for the runtime that serves", async () => {
    const server = ollamaReport([{}], { kind: "llama-server" });
    const { recommendation } = await look({}, at(machineFiles.agxOrin, { server }));
    expect(recommendation?.runtime).toBe("llama-cpp");
  });

  it.each([
    { wishes: { device: "Orin NX" }, code: "ambiguous-id" },
    { wishes: { beside: ["Foobar"] }, code: "unknown-id" },
  ])("refuses $wishes as $code", async ({ wishes, code }) => {
    await expect(look(wishes, at(machineFiles.laptop))).rejects.toMatchObject({ code });
  });
});
