import { describe, expect, it } from "vitest";
import { modelNames, toSlug } from "../../../tools/placement/model-names.ts";
import { place } from "../../fixtures/knowledge.ts";

describe("toSlug()", () => {
  it.each([
    { name: "Qwen2.5-VL-7B-Instruct", slug: "Qwen2.5-VL-7B-Instruct" },
    { name: "x; rm -rf /", slug: "x-rm-rf" },
    { name: "--flag", slug: "flag" },
    { name: "../../etc/passwd", slug: "etc-passwd" },
    { name: "模型", slug: "model" },
  ])("makes $slug of $name", ({ name, slug }) => {
    expect(toSlug(name)).toBe(slug);
  });
});

describe("modelNames()", () => {
  it("takes the Ollama tag and the repository from the record", () => {
    expect(modelNames(place({ model: "qwen2.5-vl-7b", runtime: "ollama" }))).toMatchObject({
      ollamaTag: "qwen2.5vl:7b",
      ggufFile: "Qwen2.5-VL-7B-Instruct-Q4_K_M.gguf",
      projectorFile: "mmproj-Qwen2.5-VL-7B-Instruct-F16.gguf",
      notes: [],
    });
  });

  it.each([
    { model: "qwen3-8b", quantization: "bf16", checkpoint: "Qwen/Qwen3-8B" },
    { model: "gpt-oss-20b", quantization: "mxfp4", checkpoint: "openai/gpt-oss-20b" },
    {
      model: "nemotron-3-super-120b-a12b",
      quantization: "nvfp4",
      checkpoint: "nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-NVFP4",
    },
    { model: "qwen3-8b", quantization: "w4a16", checkpoint: "./Qwen3-8B-W4A16" },
  ])("names the checkpoint of $model in $quantization $checkpoint", ({ checkpoint, ...workload }) => {
    expect(modelNames(place({ ...workload, runtime: "vllm" })).checkpoint).toBe(checkpoint);
  });

  it("says what a placeholder stands for", () => {
    const names = modelNames(place({ model: "qwen3-8b", quantization: "w4a16", runtime: "vllm" }));
    expect(names.notes).toEqual(["./Qwen3-8B-W4A16 stands for W4A16 weights of Qwen/Qwen3-8B"]);
  });

  it("takes no name of an inline record that a shell could read otherwise", () => {
    const model = { name: "A'; reboot #", aliases: ["a/b;c", "$(id):x", "-o/y"], parametersBillions: 1 };
    const { notes, ...names } = modelNames(place({ model }));
    for (const name of Object.values(names)) expect(name).toMatch(/^[\w./-]+$/);
  });
});
