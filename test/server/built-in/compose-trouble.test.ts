import { describe, expect, it } from "vitest";
import { createAdvisor } from "../../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../../server/backends/built-in.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const advisor = createAdvisor(createBuiltInBackend(), knowledge, () => 0);
const headings = (text: string) => [...text.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);

/** A report of each kind, what its first line must name, and what the answer must tell. */
const reports = [
  {
    question: "Ollama on Orin NX 16GB uses 100% CPU, the GPU is idle",
    first: /library/,
    told: [/`ollama ps`/, /JETSON_JETPACK=6/, /--runtime nvidia/],
  },
  {
    question: "torch.cuda.is_available() is False after moving my Orin Nano 8GB to JetPack 7.2",
    first: /sm_87/,
    told: [/Jetson AI Lab/, /second-hand/],
  },
  {
    question: "A 7B model is killed while loading on my Orin Nano 8GB although it should fit",
    first: /reboot/,
    told: [/lfb/, /drop_caches/, /multi-user\.target/],
  },
  {
    question: "CUDA out of memory on AGX Orin 64GB since I updated llama.cpp",
    first: /VMM/,
    told: [/GGML_CUDA_NO_VMM/, /36\.4\.7/],
  },
  {
    question: "vLLM grabs nearly all the memory of my AGX Orin 64GB for Qwen3-4B",
    first: /vLLM/,
    told: [/--max-model-len/, /0\.70 on AGX/],
  },
  {
    question: "YOLO11s gives only 14 FPS on my Orin Nano Super in a Python loop",
    first: /GPU-only|power mode/i,
    told: [/nvpmodel -q/, /15–25 ms/, /trtexec/],
  },
  {
    question: "Llama 3.1 8B gives only 4 tok/s on my AGX Orin 64GB",
    first: /power mode/i,
    told: [/nvpmodel -q/, /GR3D_FREQ/, /below that range/],
  },
  {
    question: "After unloading a model on Thor the memory is not released",
    first: /Thor keeps freed memory/,
    told: [/vm\.drop_caches=3/, /on the host/],
  },
  {
    question: "My Xavier NX only has JetPack 5 but vLLM wants CUDA 12",
    first: /compute capability 8\.0/,
    told: [/llama\.cpp/, /CUDA 11\.4/],
  },
  {
    question: "TensorRT builds FP32 on Thor although I set the FP8 flag",
    first: /Q\/DQ/,
    told: [/size of the engine/],
  },
];

describe("composeTrouble()", () => {
  it.each(reports)("answers “$question” with cause, check and fix, every number checked", async (report) => {
    const { answer, check } = await advisor.ask(report.question);
    const [first = ""] = answer.split("\n");
    expect(first).toMatch(/^\*\*.+\*\*$/);
    expect(first).toMatch(report.first);
    for (const told of report.told) expect(answer).toMatch(told);
    expect(answer).toMatch(/^- Check: .+\n- Fix: /m);
    expect(check.unverified).toEqual([]);
    expect(answer).not.toMatch(/memory as sold/);
    expect(answer.length).toBeLessThan(4200);
  });

  it("says whether the memory is enough, and first of all where it is not", async () => {
    const roomy = await advisor.ask("Qwen3-4B is killed while loading on my AGX Orin 64GB");
    expect(roomy.verdict).toBe("fits");
    expect(roomy.answer).toMatch(/look at what else holds the memory/);
    const short = await advisor.ask("Qwen3-32B is killed while loading on my Orin NX 16GB");
    expect(short.verdict).toBe("does-not-fit");
    expect(headings(short.answer).slice(0, 2)).toEqual(["Does it fit", "If it is not that"]);
  });

  it("holds a reported speed against range and ceiling", async () => {
    const meaning = async (speed: number) =>
      (await advisor.ask(`Llama 3.1 8B gives only ${speed} tok/s in FP16 with llama.cpp on my AGX Orin 64GB`))
        .answer;
    expect(await meaning(2)).toMatch(/below that range/);
    expect(await meaning(11)).toMatch(/within reach of that range/);
    expect(await meaning(40)).toMatch(/above what the bandwidth allows in FP16/);
  });

  it("cites what others reported", async () => {
    const { answer, citations } = await advisor.ask(
      "EXO on AGX Orin 32GB gives only 5 tok/s with GPU at 100%",
    );
    expect(answer).toMatch(/github\.com\/exo-explore\/exo\/issues\/834 \[1\]/);
    expect(citations.map(({ source }) => source)).toContain("reported-questions");
  });

  it("answers what is only asked about without calling it likely", async () => {
    const { answer } = await advisor.ask("Could I run a 13B model on Orin NX 16GB with 32GB of swap?");
    expect(answer).toMatch(/^\*\*Swap does not extend/);
  });
});
