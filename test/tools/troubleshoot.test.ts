import { describe, expect, it } from "vitest";
import { troubleshoot } from "../../tools/troubleshoot.ts";
import { knowledge } from "../fixtures/server-knowledge.ts";

const causesOf = async (input: Parameters<typeof troubleshoot.run>[0]) =>
  (await troubleshoot.run(input, knowledge)).causes.map(({ id }) => id);

describe("troubleshoot", () => {
  it.each([
    {
      case: "Ollama in a container",
      input: {
        symptoms: ["runs-on-cpu"],
        device: "orin-nano-8gb",
        runtime: "ollama",
        circumstances: ["container"],
      },
      first: "ollama-library",
    },
    {
      case: "Ollama on JetPack 7.2",
      input: {
        symptoms: ["gpu-not-found"],
        device: "agx-orin-64gb",
        runtime: "ollama",
        release: "JetPack 7.2",
      },
      first: "ollama-jetpack7",
    },
    {
      case: "Ollama on a Jetson Nano",
      input: { symptoms: ["runs-on-cpu"], device: "jetson-nano-4gb", runtime: "Ollama" },
      first: "ollama-jetpack4",
    },
    {
      case: "vLLM on 16 GB",
      input: { symptoms: ["takes-all-memory"], device: "orin-nx-16gb", runtime: "vllm" },
      first: "vllm-takes-its-share",
    },
    {
      case: "vLLM on 8 GB",
      input: { symptoms: ["will-not-start"], device: "orin-nano-8gb", runtime: "vllm" },
      first: "vllm-on-8gb",
    },
    {
      case: "a release that refuses",
      input: { symptoms: ["allocation-fails"], device: "orin-nano-8gb", release: "L4T 36.4.7" },
      first: "refused-allocation",
    },
    {
      case: "Thor after unloading",
      input: { symptoms: ["memory-not-released"], device: "agx-thor-devkit", runtime: "ollama" },
      first: "thor-keeps-freed-memory",
    },
    {
      case: "a slow AGX Orin",
      input: { symptoms: ["slower-than-published"], device: "agx-orin-64gb" },
      first: "power-mode-agx",
    },
    {
      case: "a VLA in 16 bits",
      input: { symptoms: ["slower-than-published"], device: "agx-orin-64gb", model: "openvla-7b" },
      first: "policy-in-sixteen-bits",
    },
    {
      case: "Xavier and CUDA 12",
      input: { symptoms: ["not-supported-by-release"], device: "xavier-nx-8gb" },
      first: "xavier-ends-with-jetpack5",
    },
  ] satisfies { case: string; input: Parameters<typeof troubleshoot.run>[0]; first: string }[])(
    "begins for $case with $first",
    async ({ input, first }) => {
      expect((await causesOf(input))[0]).toBe(first);
    },
  );

  it("leaves the refusal of allocations out where the release is known to be free of it", async () => {
    const onRelease = (release: string) =>
      causesOf({ symptoms: ["allocation-fails"], device: "orin-nano-8gb", release, limit: 12 });
    expect(await onRelease("36.4.3")).not.toContain("refused-allocation");
    expect(await onRelease("JetPack 6.2.1")).toContain("refused-allocation");
  });

  it("gives four causes unless more are wanted, with their sources and the memory of the board", async () => {
    const input = { symptoms: ["slow-video"] satisfies ["slow-video"], device: "orin-nano-8gb" };
    const { causes, sources, facts, resolved } = await troubleshoot.run(input, knowledge);
    const cited = new Set(causes.flatMap(({ source }) => source));
    expect(causes).toHaveLength(4);
    expect(sources.map(({ id }) => id)).toEqual(expect.arrayContaining([...cited]));
    expect(facts.map(({ id }) => id)).toEqual(["available"]);
    expect(resolved).toEqual(input);
    expect((await causesOf({ ...input, limit: 2 })).length).toBe(2);
  });

  it("knows no board or engine that is not on record", async () => {
    await expect(
      troubleshoot.call({ symptoms: ["slow-video"], device: "orin-x" }, knowledge),
    ).rejects.toThrow(expect.objectContaining({ code: "unknown-id" }));
    await expect(
      troubleshoot.call({ symptoms: ["slow-video"], runtime: "no-such-engine" }, knowledge),
    ).rejects.toThrow(expect.objectContaining({ code: "unknown-id" }));
  });

  it("tells no board of class thor the mode and the adapter of another", async () => {
    const { causes } = await troubleshoot.run({ symptoms: ["reboots"], device: "thor-t4000" }, knowledge);
    const supply = causes.find(({ id }) => id === "supply-thor");
    expect(supply?.fix).not.toMatch(/nvpmodel -m/);
    expect(supply?.fix).toMatch(/70W on T4000.*on the AGX Thor kit its own adapter of 140 W/);
    expect(supply?.cause).toMatch(/the AGX Thor kit needs 19 V/);
  });
});
