import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { machineName } from "../../../evals/run/machine-name.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("machineName()", () => {
  it("names the board that it runs on", () => {
    const root = mkdtempSync(join(tmpdir(), "eval-machine-"));
    mkdirSync(join(root, "proc/device-tree"), { recursive: true });
    writeFileSync(
      join(root, "proc/device-tree/compatible"),
      "nvidia,p3737-0000+p3701-0005\0nvidia,tegra234\0",
    );
    expect(machineName(knowledge, root)).toBe(knowledge.devices.get("agx-orin-64gb").entry.value.name);
  });

  it("names the processor of what is no board", () => {
    expect(machineName(knowledge, mkdtempSync(join(tmpdir(), "eval-machine-")))).toMatch(/ cores$/);
  });
});
