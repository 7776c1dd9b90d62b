import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openKnowledge } from "../../knowledge/knowledge.ts";
import { Symptom } from "../../knowledge/trouble-schema.ts";
import { getTool } from "../../tools/registry.ts";
import { realTokens } from "../fixtures/tokens.ts";

const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-digests"));
const boards = knowledge.devices.entries.map(({ id }) => id);
const jetsons = [
  "orin-nano-4gb",
  "orin-nano-8gb-super",
  "orin-nx-16gb",
  "agx-orin-64gb",
  "agx-thor-devkit",
  "agx-xavier-32gb",
  "thor-t2000",
];
const models = [
  "qwen3-8b",
  "llama-3.3-70b",
  "qwen2.5-vl-7b",
  "gpt-oss-20b",
  "yolo11s",
  "openvla-7b",
  "molmo-7b-d",
];
const workloadsOf = (model: string) => [
  { model },
  { model: "YOLO" },
  { model: "gemma-3-4b", contextTokens: 32_768, concurrency: 4 },
];

const inputs: { name: string; input: object }[] = [
  ...jetsons.flatMap((device) =>
    models.flatMap((model) => [
      { name: "memory-fit", input: { device, workloads: [{ model }] } },
      { name: "memory-fit", input: { device, workloads: workloadsOf(model) } },
      {
        name: "memory-fit",
        input: { device, workloads: [{ model, quantization: "nvfp4", runtime: "vllm" }] },
      },
      { name: "estimate-throughput", input: { device, model } },
      {
        name: "estimate-throughput",
        input: { device, model, runtime: "vllm", concurrency: 8, coTenants: [{ model: "YOLO" }] },
      },
      { name: "estimate-throughput", input: { device, model, quantization: "nvfp4" } },
    ]),
  ),
  ...models.flatMap((model) => [
    { name: "find-measurements", input: { model } },
    { name: "compare-devices", input: { workloads: [{ model }], rankBy: "fastest" } },
    { name: "compare-devices", input: { workloads: workloadsOf(model), budgetUsd: 100 } },
    { name: "check-claim", input: { device: "agx-orin-64gb", model, metric: "decode", value: "52 tok/s" } },
    { name: "check-claim", input: { device: "orin-nx-16gb", model, metric: "memory", value: "5.5 GB" } },
  ]),
  { name: "plan-system", input: { workloads: [{ model: "qwen3-8b" }] } },
  { name: "plan-system", input: { workloads: workloadsOf("qwen2.5-vl-7b"), devices: ["orin-nano-8gb"] } },
  { name: "plan-system", input: { workloads: [{ model: "llama-3.3-70b" }], devices: ["orin-nano-8gb"] } },
  ...jetsons.map((device) => ({
    name: "fleet-cost",
    input: { device, devices: 100, workload: { model: "qwen3-8b" } },
  })),
  ...boards.map((name) => ({ name: "look-up", input: { name } })),
  ...["devices", "models", "runtimes", "Orin NX", "qwen3-8b", "yolo11s", "nvfp4"].map((name) => ({
    name: "look-up",
    input: { name },
  })),
  ...Symptom.options.flatMap((symptom) => [
    { name: "troubleshoot", input: { symptoms: [symptom] } },
    ...jetsons.map((device) => ({
      name: "troubleshoot",
      input: { symptoms: [symptom], device, runtime: "vllm" },
    })),
  ]),
  ...jetsons.flatMap((device) => [
    { name: "stream-capacity", input: { device, model: "yolo11s" } },
    {
      name: "stream-capacity",
      input: { device, model: "yolov8s", streams: 5, others: [{ model: "qwen3-8b" }] },
    },
  ]),
  { name: "decision-tree", input: {} },
  ...["single-camera", "multi-camera", "humanoid", "battery-sensor", "surgical", "industrial"].map(
    (application) => ({
      name: "decision-tree",
      input: {
        application,
        largestModelBillions: 8,
        modelKind: "vlm",
        requestsPerDay: 2000,
        budgetUsd: 1500,
      },
    }),
  ),
  ...[
    "price of AGX Orin",
    "EAGLE-3 on Thor",
    "Molmo cold start",
    "7B on Orin NX",
    "power and cooling",
    "xyzzy",
  ].map((query) => ({ name: "search-documents", input: { query, limit: 10 } })),
];

const digestOf = async ({ name, input }: (typeof inputs)[number]) =>
  await getTool(name).call(input, knowledge);

/** Amounts with a unit, as digests write them. */
const amounts = /-?\d[\d,]*(?:\.\d+)? (?:GB\/s|GB|GiB|MB|tok\/s|USD|W|kWh|Wh|ms|s)(?![\w/])/g;

describe("digests", () => {
  it("hold at most 300 tokens of a real tokenizer over a broad sweep, and open with what decides", async () => {
    for (const asked of inputs) {
      const { digest } = await digestOf(asked);
      expect(realTokens(digest), digest).toBeLessThanOrEqual(300);
      expect(digest, JSON.stringify(asked)).not.toMatch(/\b(undefined|null|NaN)\b|[{}]|\n\n|does-not-fit/);
    }
  });

  it("quote amounts as the facts or the words of their result have them", async () => {
    for (const asked of inputs) {
      if (asked.name === "search-documents") continue;
      const { digest, output } = await digestOf(asked);
      const known = JSON.stringify(output);
      const invented = (digest.match(amounts) ?? []).filter((amount) => !known.includes(amount));
      expect(invented, digest).toEqual([]);
    }
  });

  it.each([
    {
      name: "memory-fit",
      input: { device: "orin-nx-16gb", workloads: [{ model: "qwen3-8b" }] },
      first:
        /^verdict: fits\. Qwen3 8B on Jetson Orin NX 16GB needs [\d.]+ GB of 16\.4 GB, headroom [\d.]+ GB$/,
    },
    {
      name: "memory-fit",
      input: { device: "orin-nano-8gb", workloads: [{ model: "qwen2.5-7b" }] },
      first: /^verdict: tight \(it runs, .*\)\. Qwen2\.5 7B Instruct on Jetson Orin Nano 8GB needs /,
    },
    {
      name: "memory-fit",
      input: { device: "agx-orin-64gb", workloads: [{ model: "qwen3-8b", quantization: "nvfp4" }] },
      first: /^verdict: unsupported\. Qwen3 8B on Jetson AGX Orin 64GB cannot run$/,
    },
    {
      name: "check-claim",
      input: { device: "agx-orin-64gb", model: "llama-3.1-8b", metric: "decode", value: "52 tok/s" },
      first: /^claim decode 52 tok\/s \(llama-3\.1-8b, agx-orin-64gb\): /,
    },
    {
      name: "compare-devices",
      input: { workloads: [{ model: "qwen3-8b" }] },
      first: /^the cheapest of \d+ that meets all that was asked for Qwen3 8B: Jetson /,
    },
    {
      name: "decision-tree",
      input: { largestModelBillions: 7 },
      first: /^board to take: Jetson Orin NX 16GB, 999 USD \(module, 2026-07-21\), because /,
    },
    {
      name: "fleet-cost",
      input: { device: "agx-orin-64gb", devices: 100 },
      first: /^100 × Jetson AGX Orin 64GB, 3 years: [\d,]+ USD, [\d,]+ USD a board and year$/,
    },
    {
      name: "find-measurements",
      input: { model: "qwen3-8b", device: "Thor" },
      first: /^\d+ runs of Qwen3 8B on record, \d+ of them on agx-thor-devkit$/,
    },
    {
      name: "search-documents",
      input: { query: "AGX Orin bandwidth" },
      first: /^\[[a-z0-9-]+#[a-z0-9-]+\] .*(?:bandwidth|GB\/s)/,
    },
  ])("of $name open with verdict, board and model: $first", async ({ first, ...asked }) => {
    expect((await digestOf(asked)).digest.split("\n")[0]).toMatch(first);
  });
});
