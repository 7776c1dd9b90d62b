import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Measurement, MeasurementFile } from "../../knowledge/evidence-schema.ts";
import { KNOWLEDGE_FOLDER, openKnowledge } from "../../knowledge/knowledge.ts";
import { loadYaml, parseRecord } from "../../knowledge/load.ts";
import type { Model, Workload } from "../../knowledge/schema.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const root = mkdtempSync(join(tmpdir(), "knowledge-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const { devices, models, quantizations, runtimes, cacheTypes } = knowledge;
const idsIn = (folder: string) =>
  readdirSync(join(KNOWLEDGE_FOLDER, folder)).map((file) => file.replace(/\.(yaml|md)$/, ""));
const words = (text: string) => text.trim().split(/\s+/);

const deviceIds = words(`
  jetson-nano-4gb jetson-tx2 xavier-nx-8gb xavier-nx-16gb agx-xavier-32gb agx-xavier-64gb orin-nano-4gb
  orin-nano-4gb-super orin-nano-8gb orin-nano-8gb-super orin-nx-8gb orin-nx-8gb-super orin-nx-16gb
  orin-nx-16gb-super agx-orin-32gb agx-orin-64gb agx-orin-industrial thor-t4000 thor-t5000 agx-thor-devkit
  thor-t3000 thor-t2000 igx-orin-700 igx-thor-t7000 coral-tpu hailo-8 hailo-10h rk3588 rpi5-aihat dgx-spark
  rtx-5080 mac-mini-m4`);

const modelIds = words(`
  llama-3.1-8b llama-3.1-70b llama-3.2-1b llama-3.2-3b llama-3.2-vision-11b llama-3.2-vision-90b
  llama-3.3-70b llama-4-scout qwen2.5-0.5b qwen2.5-1.5b qwen2.5-3b qwen2.5-7b qwen2.5-14b qwen2.5-32b
  qwen2.5-72b qwen2.5-vl-3b qwen2.5-vl-7b qwen2.5-vl-32b qwen2.5-vl-72b qwen3-0.6b qwen3-1.7b qwen3-4b
  qwen3-8b qwen3-14b qwen3-32b qwen3-30b-a3b qwen3-coder-30b-a3b qwen3-next-80b-a3b qwen3-vl-2b
  qwen3-vl-4b qwen3-vl-8b qwen3-vl-32b qwen3-vl-30b-a3b qwen3.5-0.8b qwen3.5-2b qwen3.5-4b qwen3.5-9b
  qwen3.5-27b qwen3.6-27b qwen3.5-35b-a3b qwen3.6-35b-a3b gemma-2-2b gemma-2-9b gemma-2-27b gemma-3-270m
  gemma-3-1b gemma-3-4b gemma-3-12b gemma-3-27b gemma-3n-e2b gemma-3n-e4b gemma-4-e2b gemma-4-e4b
  gemma-4-26b-a4b gemma-4-31b phi-3.5-mini phi-3.5-vision phi-4 phi-4-mini phi-4-multimodal mistral-7b
  mistral-nemo-12b mistral-small-24b-2501 mistral-small-3.2-24b ministral-8b-2410 ministral-3-3b
  ministral-3-8b ministral-3-14b mixtral-8x7b gpt-oss-20b gpt-oss-120b deepseek-r1-distill-qwen-1.5b
  deepseek-r1-distill-qwen-7b deepseek-r1-distill-llama-8b deepseek-r1-distill-qwen-14b
  deepseek-r1-distill-qwen-32b deepseek-r1-distill-llama-70b smollm2-135m smollm2-360m smollm2-1.7b
  smollm3-3b smolvlm-256m smolvlm-500m smolvlm-2.2b smolvla-450m llava-1.5-7b llava-1.5-13b
  llava-1.6-mistral-7b llava-1.6-vicuna-7b llava-1.6-13b vila1.5-3b vila1.5-8b vila1.5-13b nvila-8b
  nvila-lite-8b molmo-7b-d cosmos-reason1-7b cosmos-reason2-2b cosmos-reason2-8b nemotron-nano-9b-v2
  nemotron-nano-12b-v2-vl nemotron-3-nano-30b-a3b nemotron-3-nano-4b nemotron-3-super-120b-a12b
  internvl3-1b internvl3-2b internvl3-8b internvl3.5-8b internvl3.5-4b internvl3.5-2b moondream2
  openvla-7b gr00t-n1-2b gr00t-n1.5-3b gr00t-n1.6-3b gr00t-n1.7-3b pi0 yolo11n yolo11s yolo11m yolo11l
  yolo11x yolov8n yolov8s yolov8m yolov8l yolov8x yolo26n yolo26s yolo26m yolo26l yolo26x rt-detr-r18
  rt-detr-r34 rt-detr-r50 rt-detr-r101 nanoowl-b32 nanoowl-b16 sam2.1-tiny sam2.1-small sam2.1-base-plus
  sam2.1-large whisper-tiny whisper-base whisper-small whisper-medium whisper-large-v3
  whisper-large-v3-turbo piper-x-low piper-medium piper-high kokoro-82m nomic-embed-text-v1.5
  bge-small-en-v1.5 bge-m3 all-minilm-l6-v2 embeddinggemma-300m qwen3-embedding-0.6b deepseek-v2-lite
  lfm2-1.2b lfm2-2.6b lfm2-8b-a1b`);

const files = idsIn("measurements").map((id) =>
  parseRecord(MeasurementFile, loadYaml(join(KNOWLEDGE_FOLDER, "measurements", `${id}.yaml`)), id),
);
const rows: Measurement[] = files.flatMap(({ source, rows: own }) => own.map((row) => ({ ...row, source })));
const assumptionIds = Object.keys(
  z.looseObject({}).parse(loadYaml(join(KNOWLEDGE_FOLDER, "assumptions.yaml"))),
);

/** Ids among these that no record, table or document has. */
function unknown(ids: readonly string[], has: (id: string) => unknown): string[] {
  const known = (id: string) => {
    try {
      return Boolean(has(id));
    } catch {
      return false;
    }
  };
  return [...new Set(ids)].filter((id) => !known(id));
}

const isDevice = (id: string) => devices.entries.some((entry) => entry.id === id);
const isQuantization = (id: string) => quantizations.entries.some((entry) => entry.id === id);
const latenciesOf = (value: Model | Workload) => ("latencies" in value ? value.latencies : []);

describe("the catalogue", () => {
  it("has every board of the review, 32 of them", () => {
    expect(deviceIds).toHaveLength(32);
    expect(deviceIds.filter((id) => !isDevice(id))).toEqual([]);
  });

  it("has every model of the review, 162 of them", () => {
    expect(modelIds).toHaveLength(162);
    expect(modelIds.filter((id) => !models.entries.some((entry) => entry.id === id))).toEqual([]);
  });

  it("has no id both as a model and as a workload", () => {
    const workloads = new Set(idsIn("workloads"));
    expect(idsIn("models").filter((id) => workloads.has(id))).toEqual([]);
    expect(models.entries).toHaveLength(idsIn("models").length + workloads.size);
  });

  it("names boards that exist: same modules, latencies, refusals, measured speeds", () => {
    const speeds = ["decode", "aggregate", "prefill", "time-to-first-token", "vision-latency", "power"];
    const named = [
      ...devices.entries.flatMap(({ value }) => value.sameModuleAs ?? []),
      ...models.entries.flatMap(({ value }) => latenciesOf(value).map(({ device }) => device)),
      ...runtimes.entries.flatMap(({ value }) => value.refusals.flatMap(({ device }) => device ?? [])),
      ...rows.filter(({ metric }) => speeds.includes(metric)).map(({ device }) => device),
    ];
    expect(named.length).toBeGreaterThan(1000);
    expect(unknown(named, isDevice)).toEqual([]);
  });

  it("points from a second face of a module to the first, never on to a third", () => {
    const faces = devices.entries.flatMap(({ value }) => value.sameModuleAs ?? []);
    expect(faces.length).toBeGreaterThan(3);
    expect(faces.filter((id) => devices.get(id).entry.value.sameModuleAs)).toEqual([]);
  });

  it("names formats and runtimes that exist: loaded, usual, refused, native, cached", () => {
    const named = runtimes.entries.flatMap(({ value }) => [
      ...value.quantizations,
      ...value.refusals.flatMap(({ quantization }) => quantization ?? []),
    ]);
    const native = models.entries.flatMap(({ value }) =>
      "nativeQuantization" in value && value.nativeQuantization ? [value.nativeQuantization.id] : [],
    );
    expect(named.length).toBeGreaterThan(50);
    expect(native.length).toBeGreaterThan(0);
    expect(unknown([...named, ...native], isQuantization)).toEqual([]);
    const owners = cacheTypes.entries.flatMap(({ value }) => value.runtimes);
    expect(unknown(owners, (id) => runtimes.entries.some((entry) => entry.id === id))).toEqual([]);
  });

  it("calls usual only what the runtime loads", () => {
    const wrong = runtimes.entries.flatMap(({ id, value }) =>
      Object.values(value.usual)
        .filter((usual) => !value.quantizations.includes(usual ?? ""))
        .map((usual) => `${id}: ${usual}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("sources", () => {
  it("exist for every record, value, price, latency, refusal, assumption and measurement", () => {
    const entries = [devices, models, quantizations, runtimes, cacheTypes].flatMap((catalog) => [
      ...catalog.entries.map(({ value, provenance }) => ({ source: value.source ?? [], provenance })),
    ]);
    const named = [
      ...entries.flatMap(({ source }) => source),
      ...entries.flatMap(({ provenance }) => Object.values(provenance).flatMap(({ source }) => source ?? [])),
      ...devices.entries.flatMap(({ value }) => value.prices.map(({ source }) => source)),
      ...models.entries.flatMap(({ value }) => latenciesOf(value).flatMap(({ source }) => source ?? [])),
      ...runtimes.entries.flatMap(({ value }) => value.refusals.map(({ source }) => source)),
      ...assumptionIds.flatMap((id) => knowledge.assumption(id).source),
      ...files.map(({ source }) => source),
    ];
    expect(named.length).toBeGreaterThan(500);
    expect(unknown(named, (id) => knowledge.source(id).title)).toEqual([]);
  });

  it("are the listed ones and the documents, each with a title", () => {
    expect(knowledge.source("vlm-sizing-2026").title).toContain("VLM");
    expect(knowledge.findSource("vlm-sizing-2026")).toBe(knowledge.source("vlm-sizing-2026"));
    expect(knowledge.findSource("nope")).toBeUndefined();
    expect(unknown(idsIn("documents"), (id) => knowledge.source(id).title)).toEqual([]);
  });

  it("of measurements give their file its name", () => {
    expect(files.map(({ source }) => source)).toEqual(idsIn("measurements"));
  });
});

describe("claims()", () => {
  const claims = knowledge.claims();

  it("has an id of its own for every figure, and figures of all five documents", () => {
    const ids = claims.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(new Set(claims.map(({ source }) => source)).size).toBe(5);
  });

  it("says where our notes of the document speak of it", () => {
    const notes = (source: string) =>
      readFileSync(join(KNOWLEDGE_FOLDER, "documents", `${source}.md`), "utf8");
    expect(claims.filter(({ source, heading }) => !notes(source).includes(`## ${heading}\n`))).toEqual([]);
  });

  it("names boards, models, formats, engines and claims that exist", () => {
    const names = (field: "device" | "quantization" | "runtime") =>
      claims.flatMap((claim) => claim[field] ?? []);
    expect(unknown(names("device"), isDevice)).toEqual([]);
    expect(unknown(names("quantization"), isQuantization)).toEqual([]);
    expect(unknown(names("runtime"), (id) => runtimes.find(id))).toEqual([]);
    const named = claims.flatMap(({ model }) => (typeof model === "string" ? [model] : []));
    expect(unknown(named, (id) => models.find(id))).toEqual([]);
    const sides = claims.flatMap(({ quotient = [] }) => quotient.filter((side) => typeof side === "string"));
    expect(sides.filter((side) => !claims.some(({ id }) => id === side))).toEqual([]);
  });
});

describe("measurements()", () => {
  it("has an id of its own for every run of every file", () => {
    const ids = rows.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1000);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("gives for one model what parsing every file whole gives, for every model", () => {
    const measured = [...new Set([...modelIds, ...rows.map(({ model }) => model)])];
    expect(measured.length).toBeGreaterThan(162);
    for (const id of measured)
      expect(knowledge.measurements(id)).toEqual(rows.filter(({ model }) => model === id));
  });

  it("keeps apart models of which one's name begins with the other's", () => {
    for (const name of ["devices", "measurements"])
      mkdirSync(join(root, "prefix", name), { recursive: true });
    const row = "device: d, quantization: q, runtime: r, metric: decode, value: 1, confidence: low";
    const written = [
      "source: s",
      "rows:",
      `  - { id: a, model: m, ${row} }`,
      `  - { id: b, model: m-8b, ${row} }`,
    ];
    writeFileSync(join(root, "prefix/measurements/s.yaml"), `${written.join("\n")}\n`);
    const opened = openKnowledge(join(root, "index"), join(root, "prefix"));
    expect(opened.measurements("m").map(({ id, source }) => [id, source])).toEqual([["a", "s"]]);
    expect(opened.measurements("m-8b").map(({ id }) => id)).toEqual(["b"]);
  });

  it("gives all of them at once, each with the source of its file", () => {
    expect(knowledge.allMeasurements()).toEqual(rows);
  });

  it("gives nothing for a model that nobody measured", () => {
    expect(knowledge.measurements("nobody")).toEqual([]);
  });
});

describe("assumption()", () => {
  it("was fitted on runs that exist, as many as it says", () => {
    const known = new Set(rows.map(({ id }) => id));
    const fitted = assumptionIds.map((id) => knowledge.assumption(id)).filter(({ fittedOn }) => fittedOn);
    expect(fitted.length).toBeGreaterThan(10);
    for (const { fittedOn = [], sampleSize } of fitted) {
      expect(fittedOn.filter((id) => !known.has(id))).toEqual([]);
      expect(new Set(fittedOn).size).toBe(sampleSize);
    }
  });

  it("lies in its range", () => {
    for (const id of assumptionIds) {
      const { value, range: [low, high] = [value, value] } = knowledge.assumption(id);
      expect([id, low <= value && value <= high]).toEqual([id, true]);
    }
  });

  it("throws for an id nobody wrote, where findAssumption() and source() do as their names say", () => {
    const thrown = expect.objectContaining({
      code: "invalid-record",
      message: expect.stringContaining("nope"),
    });
    expect(() => knowledge.assumption("nope")).toThrow(thrown);
    expect(() => knowledge.source("nope")).toThrow(thrown);
    expect(knowledge.findAssumption("nope")).toBeUndefined();
    expect(knowledge.findAssumption("reserve-share")).toBe(knowledge.assumption("reserve-share"));
  });
});

describe("openKnowledge()", () => {
  it("throws invalid-record, when the folder has no devices", () => {
    expect(() => openKnowledge(join(root, "index"), join(root, "nowhere"))).toThrow(
      expect.objectContaining({ code: "invalid-record", message: expect.stringContaining("nowhere") }),
    );
  });

  it("refuses a catalogue in which a name means two records, naming both", () => {
    mkdirSync(join(root, "devices"));
    writeFileSync(join(root, "devices/a.yaml"), "name: Board\n");
    writeFileSync(join(root, "devices/b.yaml"), "name: Other\naliases: [BOARD]\n");
    const opened = openKnowledge(join(root, "index"), root);
    expect(() => opened.devices).toThrow(/device records: names claimed twice: board: a, b/);
  });

  it("reads each catalogue once", () => {
    expect(knowledge.devices).toBe(devices);
    expect(knowledge.measurements("llama-3.1-8b")).toBe(knowledge.measurements("llama-3.1-8b"));
  });
});
