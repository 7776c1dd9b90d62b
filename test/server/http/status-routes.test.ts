import { Hono } from "hono";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Advisor } from "../../../server/agent/advisor.ts";
import { type StatusWorld, statusRoutes } from "../../../server/http/status-routes.ts";
import { createDoor, createFakeAdvisor } from "../../fixtures/http-door.ts";
import { machineFiles } from "../../fixtures/machine-folder.ts";
import { ollamaReport } from "../../fixtures/server-reports.ts";
import { statusWorldOf } from "../../fixtures/status-world.ts";

afterEach(() => vi.restoreAllMocks());

const Check = z.looseObject({ id: z.string(), state: z.string(), message: z.string() });
const Report = z.looseObject({ ready: z.boolean(), checks: z.array(Check) });
const Status = z.looseObject({ model: z.string(), report: Report.nullable(), memory: z.unknown() });

/** What the status says, with an advisor that is ready unless it is given. */
async function statusOf(world: StatusWorld | undefined, advisor: Partial<Advisor> = {}) {
  const app = new Hono().route("/", statusRoutes({ ...createFakeAdvisor().advisor, ...advisor }, world));
  const text = await (await app.request("/")).text();
  return { app, text, status: Status.parse(JSON.parse(text)) };
}

describe("GET /api/status", () => {
  it("tells the checks of the doctor, who answers, the versions and the memory", async () => {
    const { world } = statusWorldOf();
    const { status } = await statusOf(world);
    const { checks, ready } = await world.examine();
    expect(status).toEqual({
      model: "fake",
      readiness: { ready: true },
      program: { version: "1.2.3", node: "24.0.0" },
      memory: world.memory(),
      report: {
        ready,
        checks,
        server: { kind: "ollama", endpoint: "http://127.0.0.1:11434/v1", version: "0.35.1" },
        device: "agx-orin-64gb",
        recommendation: { board: "Jetson AGX Orin 64GB", model: expect.any(String) },
      },
    });
  });

  it("tells who answers where there is no world to look at", async () => {
    const response = await createDoor().request("/api/status");
    expect(await response.json()).toEqual({
      model: "fake",
      readiness: { ready: true },
      program: null,
      memory: null,
      report: null,
    });
  });

  it("says why the model does not answer, and what mends it", async () => {
    const readiness = {
      ready: false,
      code: "llm-unreachable",
      message: "Cannot reach http://ada:secret@10.0.0.5/v1.",
      fix: "/home/ada/bin/ollama serve",
    } as const;
    const { status } = await statusOf(statusWorldOf().world, { readiness: async () => readiness });
    expect(status).toMatchObject({
      readiness: { ...readiness, message: "Cannot reach http://10.0.0.5/v1.", fix: "~/bin/ollama serve" },
    });
  });

  it("looks once for all who ask at once, and reads the memory each time", async () => {
    const { world, seen } = statusWorldOf();
    const { app } = await statusOf(world);
    await Promise.all([app.request("/"), app.request("/"), app.request("/")]);
    expect(seen).toEqual({ looks: 1, memories: 4 });
  });

  it("shows no file of the machine, no secret and no setting of another service", async () => {
    const { world } = statusWorldOf({
      files: {
        ...machineFiles.agxOrin,
        "etc/systemd/system/ollama.service":
          "[Service]\nEnvironment=OLLAMA_API_KEY=hush OLLAMA_MODELS=/home/ada/m\n",
      },
      server: ollamaReport([{ id: "/home/ada/models/qwen3.gguf" }], {
        endpoint: "http://ada:hush@10.0.0.5/v1",
      }),
      wishes: { model: "/srv/advisor/private/qwen3.gguf" },
    });
    const { text } = await statusOf(world, { model: "/home/ada/models/qwen3.gguf" });
    expect(text).not.toMatch(/hush|\/home\/ada|\/srv\/advisor|OLLAMA_API_KEY/);
    expect(text).toContain("~/models/qwen3.gguf");
  });

  it("tells what it knows when the look fails, and the log why", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { world } = statusWorldOf();
    const failing = { ...world, examine: () => Promise.reject(new Error("EACCES /srv/advisor/.index")) };
    const { status, text } = await statusOf(failing);
    expect(status).toMatchObject({ model: "fake", report: null, memory: { totalBytes: expect.any(Number) } });
    expect(text).not.toContain("EACCES");
    expect(logged).toHaveBeenCalledOnce();
  });
});

describe("GET /api/status/memory", () => {
  it("tells the memory without a look", async () => {
    const { world, seen } = statusWorldOf();
    const app = new Hono().route("/", statusRoutes(createFakeAdvisor().advisor, world));
    expect(await (await app.request("/memory")).json()).toEqual({ memory: world.memory() });
    expect(seen.looks).toBe(0);
  });

  it("tells none where the kernel does not", async () => {
    const response = await createDoor().request("/api/status/memory");
    expect(await response.json()).toEqual({ memory: null });
  });
});
