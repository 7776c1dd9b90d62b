import { describe, expect, it } from "vitest";
import { boardCommandsOf, commandOf, findGrounds } from "../../../web/chat/grounds.ts";
import { callTool } from "../../fixtures/server-knowledge.ts";

const plan = { device: "orin-nx-16gb", workloads: [{ model: "llama-3.1-8b" }, { model: "yolo11s" }] };
const speed = { device: "agx-orin-64gb", model: "llama-3.1-8b" };

/** The grounds of a turn in which the tools were called with these inputs. */
async function groundsOf(...calls: (readonly [name: string, input: object])[]) {
  const outcomes = await Promise.all(calls.map(([name, input]) => callTool(name, input)));
  const tools = outcomes.flatMap((outcome, index) =>
    "output" in outcome
      ? [
          {
            type: `tool-${outcome.name}` as const,
            toolCallId: `${index}`,
            state: "output-available" as const,
            input: calls[index]?.[1],
            output: outcome.output,
          },
        ]
      : [],
  );
  return findGrounds(tools, undefined);
}

describe("boardCommandsOf()", () => {
  it("names the command that measures a speed", async () => {
    const grounds = await groundsOf(["memory-fit", plan], ["estimate-throughput", speed]);
    expect(boardCommandsOf("2.ceiling", grounds)).toEqual([
      expect.stringMatching(/^llama-bench .*Llama-3\.1-8B/),
    ]);
  });

  it("names the commands that start a plan, and for a part of a workload only its own", async () => {
    const grounds = await groundsOf(["memory-fit", plan]);
    expect(boardCommandsOf("1.needed", grounds)).toHaveLength(2);
    expect(boardCommandsOf("1.weights-1", grounds)).toEqual([expect.stringMatching(/^trtexec .*yolo11s/)]);
  });

  it("names none where the tool gives none", async () => {
    const grounds = await groundsOf(["look-up", { name: "orin-nx-16gb" }]);
    expect(boardCommandsOf("1.bandwidth", grounds)).toEqual([]);
    expect(boardCommandsOf("7.bandwidth", grounds)).toEqual([]);
    expect(commandOf("1.bandwidth", grounds)).toContain(`tool look-up --input '{"name":"orin-nx-16gb"}'`);
  });
});
