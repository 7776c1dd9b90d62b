import { describe, expect, it } from "vitest";
import { AppError } from "../../knowledge/errors.ts";
import { canonicalName } from "../../knowledge/names.ts";
import { knowledge } from "../fixtures/knowledge.ts";

describe("canonicalName()", () => {
  it.each([
    { name: "Qwen2.5-VL-7B-Instruct", canonical: "qwen25vl7b" },
    { name: "Qwen/Qwen2.5-VL-7B-Instruct", canonical: "qwen25vl7b" },
    { name: "qwen2.5vl:7b", canonical: "qwen25vl7b" },
    { name: "google/gemma-3-4b-it", canonical: "gemma34b" },
    { name: "gemma-3-4b-it-hf", canonical: "gemma34b" },
    { name: "DeepSeek-V2-Lite-Chat", canonical: "deepseekv2lite" },
    { name: "llama3.1:latest", canonical: "llama31" },
    { name: "q4_k_m", canonical: "q4km" },
    { name: "Q4-K-M", canonical: "q4km" },
    { name: "INT4 AWQ", canonical: "int4awq" },
    { name: "NVIDIA Jetson AGX Orin 64GB Developer Kit", canonical: "agxorin64gb" },
    { name: "Jetson Orin NX 16 GB", canonical: "orinnx16gb" },
    { name: "orin nx 16GiB module", canonical: "orinnx16gb" },
    { name: "orin nx 16g", canonical: "orinnx16gb" },
    { name: "  Thor devkit ", canonical: "thor" },
    { name: "AGX Orin (2023)", canonical: "agxorin2023" },
    { name: "TensorRT takes FP8/FP4", canonical: "tensorrttakesfp8/fp4" },
    { name: "", canonical: "" },
  ])("reads $name as $canonical", ({ name, canonical }) => {
    expect(canonicalName(name)).toBe(canonical);
  });

  it.each([
    { name: "fit", why: "the tail is only part of a word" },
    { name: "orbit", why: "the tail is only part of a word" },
    { name: "it", why: "the tail is all there is" },
    { name: "jetsonhacks", why: "the head is only part of a word" },
  ])("keeps $name, when $why", ({ name }) => {
    expect(canonicalName(name)).toBe(name);
  });

  it("keeps apart what differs by more than spelling", () => {
    expect(canonicalName("Orin NX 16GB")).not.toBe(canonicalName("Orin NX 8GB"));
    expect(canonicalName("Orin Nano 8GB")).not.toBe(canonicalName("Orin Nano 8GB Super"));
    expect(canonicalName("qwen3:4b")).not.toBe(canonicalName("qwen3:14b"));
  });
});

const { devices, models, quantizations, runtimes, cacheTypes } = knowledge;

describe("the names people use", () => {
  it.each([
    { catalog: devices, name: "orin-nano-8gb", id: "orin-nano-8gb" },
    { catalog: devices, name: "Orin NX 16 GB", id: "orin-nx-16gb" },
    { catalog: devices, name: "NVIDIA Jetson AGX Orin 64GB Developer Kit", id: "agx-orin-64gb" },
    { catalog: devices, name: "T5000", id: "thor-t5000" },
    { catalog: models, name: "qwen2.5vl:7b", id: "qwen2.5-vl-7b" },
    { catalog: models, name: "Qwen/Qwen2.5-VL-7B-Instruct", id: "qwen2.5-vl-7b" },
    { catalog: models, name: "Llama 3.1 8B Instruct", id: "llama-3.1-8b" },
    { catalog: models, name: "whisper:medium", id: "whisper-medium" },
    { catalog: quantizations, name: "INT4 AWQ", id: "awq-int4" },
    { catalog: quantizations, name: "q4_k_m", id: "q4-k-m" },
    { catalog: quantizations, name: "F16", id: "fp16" },
    { catalog: runtimes, name: "llama.cpp", id: "llama-cpp" },
    { catalog: runtimes, name: "TRT-LLM", id: "tensorrt-llm" },
    { catalog: cacheTypes, name: "q8_0", id: "q8-0" },
  ])("$name is the $catalog.kind $id, with nothing to assume", ({ catalog, name, id }) => {
    const { entry, assumption } = catalog.get(name);
    expect(entry.id).toBe(id);
    expect(assumption).toBeUndefined();
  });

  it.each([
    { catalog: devices, name: "Thor", id: "agx-thor-devkit" },
    { catalog: devices, name: "Jetson Nano", id: "jetson-nano-4gb" },
    { catalog: models, name: "YOLO", id: "yolo11s" },
    { catalog: models, name: "gpt-oss", id: "gpt-oss-20b" },
  ])("$name is taken as the $catalog.kind $id, which is said", ({ catalog, name, id }) => {
    const { entry, assumption } = catalog.get(name);
    expect(entry.id).toBe(id);
    expect(assumption).toBe(`"${name}" is taken as ${entry.value.name}`);
  });

  it.each([
    { name: "Orin NX", candidates: ["orin-nx-16gb", "orin-nx-8gb"] },
    { name: "AGX Orin", candidates: ["agx-orin-32gb", "agx-orin-64gb"] },
    { name: "Orin Nano", candidates: ["orin-nano-4gb", "orin-nano-8gb"] },
    { name: "Jetson Orin Nano Developer Kit", candidates: ["orin-nano-4gb", "orin-nano-8gb"] },
    { name: "NVIDIA Jetson AGX Orin", candidates: ["agx-orin-32gb", "agx-orin-64gb"] },
  ])("$name is ambiguous between $candidates", ({ name, candidates }) => {
    expect(devices.find(name)).toBeUndefined();
    expect(() => devices.get(name)).toThrow(expect.objectContaining({ code: "ambiguous-id", candidates }));
  });

  it.each([
    { catalog: devices, name: "orin-nano-16gb", near: "orin-nano-8gb" },
    { catalog: devices, name: "Thor T500", near: "thor-t5000" },
    { catalog: models, name: "qwenn3-8b", near: "qwen3-8b" },
    { catalog: models, name: "yolo12s", near: "yolo11s" },
    { catalog: quantizations, name: "q4-k-x", near: "q4-k-m" },
    { catalog: runtimes, name: "olama", near: "ollama" },
  ])("$name is no $catalog.kind, and $near is among the nearest", ({ catalog, name, near }) => {
    expect(catalog.find(name)).toBeUndefined();
    const thrown = expect.objectContaining({
      code: "unknown-id",
      candidates: expect.arrayContaining([near]),
      message: expect.stringContaining(near),
    });
    expect(() => catalog.get(name)).toThrow(thrown);
    expect(() => catalog.get(name)).toThrow(AppError);
  });
});
