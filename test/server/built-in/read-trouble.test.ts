import { describe, expect, it } from "vitest";
import type { Symptom } from "../../../knowledge/trouble-schema.ts";
import { readTrouble } from "../../../server/built-in/read-trouble.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

/** Reports in other words than those of the public questions, by the symptom that they are of. */
const reports: [Symptom, string][] = [
  ["reboots", "My Thor reboots when vLLM allocates, why?"],
  ["reboots", "The Jetson keeps rebooting when I load a 70B model"],
  ["reboots", "our AGX Orin shuts down under load"],
  ["reboots", "the board restarts as soon as inference starts"],
  ["reboots", "it powers off after I set MAXN"],
  ["reboots", "random reboots on the Orin NX with YOLO"],
  ["killed-loading", "orin nano freezes when loading llama 8b"],
  ["slower-than-published", "my orin nx gives 5 tok/s for qwen3 8b, is that normal"],
  ["runs-on-cpu", "My Orin NX runs the model on the CPU and the fans are silent"],
  ["runs-on-cpu", "Ollama keeps falling back to the CPU on my AGX Orin"],
  ["runs-on-cpu", "htop shows 100% CPU while jtop says the GPU is idle"],
  ["runs-on-cpu", "llama.cpp doesn't use the GPU on my Orin Nano"],
  ["runs-on-cpu", "whisper runs on CPU instead of GPU, Orin NX 16GB"],
  ["runs-on-cpu", "How can I make Ollama use the GPU on an Orin Nano?"],
  ["gpu-not-found", "torch.cuda.is_available() returns False on JetPack 6.2"],
  ["gpu-not-found", "No CUDA device found inside my docker container on Thor"],
  ["gpu-not-found", "After flashing, the GPU is not recognized by vLLM on AGX Orin"],
  ["gpu-not-found", "Ollama cannot find my GPU on Orin Nano"],
  ["killed-loading", "Qwen2.5-7B gets killed when I load it on an Orin Nano 8GB"],
  ["killed-loading", "The process was killed at 90% of loading the checkpoint, Orin NX 8GB"],
  ["killed-loading", "I run out of memory loading gemma-3-12b on the Orin NX 16GB"],
  ["killed-later", "The chat works but crashes after about ten messages on my Orin NX"],
  ["killed-later", "llama-server dies after a few requests on Orin Nano 8GB"],
  ["killed-later", "It is killed after 20 minutes of use on AGX Orin 32GB"],
  ["allocation-fails", "NvMapMemAllocInternalTagged: 1075072515 error 12 on Orin Nano"],
  ["allocation-fails", "cudaMalloc failed although free shows 5 GB on my Orin Nano"],
  ["allocation-fails", "CUDA error: out of memory on Orin NX 16GB with Qwen3-8B"],
  ["memory-not-released", "Memory is never freed after I stop vLLM on Thor"],
  ["memory-not-released", "Ollama does not release memory after unloading on AGX Thor"],
  ["memory-not-released", "RAM stays full after I stopped the container on Thor"],
  ["takes-all-memory", "vLLM grabs nearly all the RAM of my AGX Orin 64GB for a 3B model"],
  ["takes-all-memory", "vLLM uses more than 50 GB for Qwen3-4B on AGX Orin 64GB, why?"],
  ["relies-on-swap", "Could I run a 13B model on Orin NX 16GB with 32GB of swap?"],
  ["relies-on-swap", "Does zram help to fit Llama 3.1 8B, or should I use swap on NVMe?"],
  ["slower-than-published", "I only get 6 tok/s for Llama 3.1 8B on AGX Orin"],
  ["slower-than-published", "Qwen3-8B gives 9 tok/s instead of 27 tok/s on my AGX Orin"],
  ["slower-than-published", "My Thor is far slower than advertised with gpt-oss-20b"],
  ["slower-than-published", "Why is Gemma 3 4B so slow on my Orin Nano Super?"],
  ["slower-than-published", "I can't reach the published numbers for Qwen3-30B-A3B on Thor"],
  ["slower-than-published", "My Orin NX is very slow since the update"],
  ["slow-video", "YOLO11s gives only 14 FPS on my Orin Nano"],
  ["slow-video", "Inference takes 80 ms per frame with YOLOv8n on Orin NX. Is that normal?"],
  ["slow-video", "RT-DETR is painfully slow on Orin Nano, 5 FPS from one camera"],
  [
    "low-precision-gains-nothing",
    "My NVFP4 engine is as large as the FP16 one on Thor, the engine is not quantized",
  ],
  ["low-precision-gains-nothing", "FP8 is only 10% faster than FP16 on Thor for my transformer"],
  ["not-supported-by-release", "Is Isaac ROS 3.2 compatible with JetPack 7.2?"],
  ["not-supported-by-release", "Does vLLM support JetPack 5 on AGX Xavier?"],
  ["not-supported-by-release", "I'm stuck on JetPack 4.6 with my TX2, what can I run?"],
  ["will-not-start", "SGLang refuses to start on my AGX Orin"],
  ["will-not-start", "The vLLM container exits right away on Orin Nano"],
  ["will-not-start", "TensorRT Edge-LLM won't launch on JetPack 6.2"],
];

const noReports = [
  "How fast is Llama 3.1 8B on AGX Orin?",
  "Is 52 tok/s for an 8B on AGX Orin true?",
  "Someone claims 8B runs at 52 tok/s on AGX Orin 64GB. Is that true?",
  "Which board is slow?",
  "Is the Orin Nano too slow for a 7B model?",
  "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?",
  "Will Llama 3.1 8B run out of memory on an Orin NX 8GB?",
  "Could a 70B model be killed while loading on Thor?",
  "How much memory does Qwen3-8B need?",
  "Does Qwen3 8B run on Orin NX 16GB with JetPack 6.2.1?",
  "Which board should I buy for four cameras?",
  "What does an AGX Orin cost?",
  "Why is Thor faster than DGX Spark?",
  "Can llama.cpp run on the CPU of a Jetson Nano?",
  "What is the cheapest board for a local 7B model?",
  "Compare Orin NX and AGX Orin for Qwen3-14B",
  "Who measured Llama 3.1 8B on Thor?",
  "Why does it not fit?",
  "Does vLLM use more memory than llama.cpp?",
  "How many RTSP cameras can an Orin Nano take?",
  "Two cameras with YOLO11s are laggy on my Orin Nano",
  "Thank you, that works now!",
];

describe("readTrouble()", () => {
  it.each(reports)("reads %s from “%s”", (symptom, text) => {
    expect(readTrouble(text, knowledge)?.symptoms).toContain(symptom);
  });

  it.each(noReports)("reads no trouble from “%s”", (text) => {
    expect(readTrouble(text, knowledge)).toBeUndefined();
  });

  it("takes the engine nearest to what goes wrong, and the board that is named first", () => {
    const text = "Qwen3-8B runs in Ollama on my Orin NX 16GB, but vLLM is killed there; it works on AGX Orin";
    expect(readTrouble(text, knowledge)).toMatchObject({ runtime: "vllm", boards: ["orin-nx-16gb"] });
  });

  it("reads release, circumstances and the speed that is had", () => {
    expect(readTrouble("GPU not detected in docker after updating to JetPack 7.2", knowledge)).toMatchObject({
      release: "JetPack 7.2",
      circumstances: ["container", "after-upgrade"],
    });
    const speedOf = (text: string) => readTrouble(text, knowledge)?.tokensPerSecond;
    expect(speedOf("I only get 6.5 tok/s on AGX Orin")).toBe(6.5);
    expect(speedOf("Qwen3-8B gives 9 instead of 27 tok/s on AGX Orin")).toBe(9);
    expect(speedOf("I cannot reproduce 40 tok/s on Thor, I get 30")).toBe(30);
  });
});
