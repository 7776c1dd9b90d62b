import { describe, expect, it } from "vitest";
import { runBlock } from "../../../server/built-in/compose-run.ts";
import { fitMemory } from "../../fixtures/knowledge.ts";

const workloads = [{ model: "qwen3-4b" }, { model: "yolo11s" }];

describe("runBlock()", () => {
  it("shows the command of the first plan that fits, in one line of code, and at most two pitfalls", async () => {
    const fits = await Promise.all(
      ["orin-nano-4gb", "orin-nx-16gb", "agx-orin-64gb"].map((device) => fitMemory({ device, workloads })),
    );
    const { heading, lines } = runBlock(fits);
    expect(heading).toBe("To run it");
    expect(lines[0]).toMatch(/^- Jetson Orin NX 16GB: `docker run [^`]*llama-server -m [^`]*`/);
    expect(lines).toHaveLength(3);
  });

  it("shows nothing where no plan fits", async () => {
    const fit = await fitMemory({ device: "orin-nano-4gb", workloads: [{ model: "qwen3-32b" }] });
    expect(runBlock([fit]).lines).toEqual([]);
    expect(runBlock([]).lines).toEqual([]);
  });
});
