import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { KNOWLEDGE_FOLDER } from "../../../knowledge/knowledge.ts";
import type { ServerReport } from "../../../server/backends/server-report.ts";
import { hereAndNow } from "../../../server/commands/doctor.ts";
import { createStatusWorld } from "../../../server/commands/status-world.ts";
import { machineFiles, withMachineFolder } from "../../fixtures/machine-folder.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";
import { ollamaReport } from "../../fixtures/server-reports.ts";

const root = join(KNOWLEDGE_FOLDER, "..");

/** The world of a service where this answers, and the endpoints that were looked at. */
function worldOf(model: string, endpoint: string | undefined, server: ServerReport | undefined) {
  const looked: (string | undefined)[] = [];
  const here = hereAndNow(root, knowledge, () => undefined);
  const findServer = async (at: string | undefined) => {
    looked.push(at);
    return server;
  };
  return { world: createStatusWorld(root, { model, endpoint }, { ...here, findServer }), looked };
}

const messageOf = (checks: readonly { id: string; message: string }[], id: string) =>
  checks.find((check) => check.id === id)?.message;

describe("createStatusWorld()", () => {
  it("looks at the endpoint that was named and at the model that answers, not at what else is loaded", async () => {
    const server = ollamaReport([{ id: "qwen3:4b" }, { id: "qwen3:8b", loaded: false }]);
    const { world, looked } = worldOf("qwen3:8b", "http://10.0.0.5:9000/v1", server);
    const { checks } = await world.examine();
    expect(looked).toEqual(["http://10.0.0.5:9000/v1"]);
    expect(messageOf(checks, "model")).toBe(
      "qwen3:8b answers (not loaded yet: the first answer waits for it).",
    );
  });

  it("is not ready when nobody answers at that endpoint, with what starts a server there", async () => {
    const { world } = worldOf("qwen3:4b", "http://127.0.0.1:11434/v1", undefined);
    const { checks, ready } = await world.examine();
    expect(ready).toBe(false);
    expect(checks.find(({ id }) => id === "server")).toMatchObject({ state: "problem", fix: "ollama serve" });
  });

  it("wants no model server where the built-in answerer answers", async () => {
    const { checks } = await worldOf("built-in", undefined, ollamaReport()).world.examine();
    expect(messageOf(checks, "server")).toBe("The built-in answerer answers; it needs no model server.");
    expect(messageOf(checks, "model")).toBeUndefined();
  });

  it("knows its version, its folder and the memory of its machine", () => {
    const { version }: { version: string } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    withMachineFolder(machineFiles.orinNx, (machineRoot) => {
      const world = createStatusWorld(
        root,
        { model: "built-in", endpoint: undefined },
        { ...hereAndNow(root, knowledge, () => undefined), machineRoot },
      );
      expect(world.program).toEqual({ version, node: process.versions.node });
      expect(world.places.root).toBe(root);
      expect(world.memory()).toEqual({ totalBytes: 15656 * 2 ** 20, availableBytes: 14000 * 2 ** 20 });
    });
  });
});
