import { describe, expect, it } from "vitest";
import { plan } from "../../../server/built-in/plan.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const callsOf = (question: string) => plan(question, [], knowledge).calls;
const namesOf = (question: string) => callsOf(question).map(({ name }) => name);
const inputsOf = (question: string, name: string) =>
  callsOf(question).flatMap((call) => (call.name === name ? [call.input] : []));

describe("planTrouble()", () => {
  it("asks for the causes first, searches what others ran into, and looks no record up", () => {
    const question = "Ollama in docker on my Orin NX 16GB uses 100% CPU and 0% GPU";
    expect(namesOf(question)).toEqual(["troubleshoot", "search-documents", "search-documents"]);
    expect(callsOf(question)[0]?.input).toEqual({
      symptoms: ["runs-on-cpu"],
      device: "orin-nx-16gb",
      runtime: "ollama",
      circumstances: ["container"],
    });
    expect(inputsOf(question, "search-documents").map(({ source }) => source)).toEqual([
      "jetson-field-notes",
      "reported-questions",
    ]);
  });

  it("sums the memory up for the board and the engine that the trouble is with", () => {
    const question = "Qwen3-8B runs in Ollama on my Orin NX 16GB but vLLM is killed while loading";
    expect(inputsOf(question, "memory-fit")).toEqual([
      { device: "orin-nx-16gb", workloads: [{ model: "qwen3-8b", runtime: "vllm" }] },
    ]);
    expect(namesOf(question)).not.toContain("estimate-throughput");
  });

  it("estimates the speed where a model is slow, and not with a draft of which nothing is known", () => {
    const slow = "Qwen3-8B gives only 9 tok/s on my AGX Orin 64GB in vLLM";
    expect(inputsOf(slow, "estimate-throughput")).toEqual([
      { device: "agx-orin-64gb", model: "qwen3-8b", runtime: "vllm" },
    ]);
    expect(namesOf(slow)).not.toContain("memory-fit");
    expect(namesOf(`${slow} with MTP`)).not.toContain("estimate-throughput");
  });

  it("estimates the format asked about and the usual one", () => {
    const asked = "Qwen3-8B runs at 9 tok/s on AGX Orin 64GB in Ollama. Is that FP16, are tensor cores used?";
    expect(inputsOf(asked, "estimate-throughput").map(({ quantization }) => quantization)).toEqual([
      "fp16",
      undefined,
    ]);
  });

  it("leaves a question that reports nothing to the other planners", () => {
    expect(namesOf("How fast is Qwen3-8B on AGX Orin 64GB?")).not.toContain("troubleshoot");
  });

  it("reads trouble in other languages", () => {
    expect(plan("Ollama läuft auf dem Orin NX 16GB auf der CPU", [], knowledge).calls[0]?.name).toBe(
      "troubleshoot",
    );
  });
});
