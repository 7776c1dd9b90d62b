import { describe, expect, it } from "vitest";
import { compose } from "../../../server/built-in/compose.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { troubleTopic } from "../../../server/built-in/trouble-topic.ts";
import { said } from "../../fixtures/planned-calls.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

const killed = "vLLM gets killed on my Orin NX 16GB with Qwen3 8B";
const topic = (...turns: string[]) =>
  troubleTopic(turns.at(-1) ?? "", said(...turns.slice(0, -1)), knowledge);

async function answer(...turns: string[]): Promise<string> {
  const planned = plan(turns.at(-1) ?? "", said(...turns.slice(0, -1)), knowledge);
  const calls = planned.calls.filter(({ name }) => name !== "search-documents");
  const outcomes = await Promise.all(calls.map(({ name, input }) => callTool(name, input)));
  return compose(planned, outcomes, knowledge);
}

describe("troubleTopic()", () => {
  it.each([
    "I did that, still the same",
    "doesn't help",
    "tried both, no difference",
    "what else?",
    "still killed",
    "no luck",
    "it still does not run",
    "it is still killed",
    "I did all I could and it still does not run",
    "it will still not load",
    "how can it still not run?",
  ])("goes on to the next cause after: %s", (turn) => {
    expect(topic(killed, turn)).toMatchObject({ symptoms: ["killed-loading"], runtime: "vllm" });
    expect(topic(killed, turn)?.tried).toHaveLength(1);
    expect(topic(killed, turn, "same problem")?.tried).toHaveLength(2);
  });

  it.each(["and with llama.cpp?", "what about llama.cpp instead?", "would llama.cpp be better?"])(
    "looks elsewhere after: %s",
    (turn) => expect(topic(killed, turn)).toMatchObject({ runtime: "llama-cpp", elsewhere: true }),
  );

  it("takes up what a turn adds of the case", () => {
    expect(topic("Ollama runs on the CPU of my Orin Nano", "in docker")).toMatchObject({
      symptoms: ["runs-on-cpu"],
      circumstances: ["container"],
    });
    expect(topic("Ollama runs on the CPU of my Orin Nano", "it is on JetPack 6.2")).toMatchObject({
      release: "JetPack 6.2",
    });
  });

  it("keeps engine and board where the trouble is told again in other words", () => {
    expect(topic("Ollama runs on the CPU of my Orin Nano with JP6", "it says 100% CPU")).toMatchObject({
      runtime: "ollama",
      release: "JP6",
    });
  });

  it.each([
    "How fast is Qwen3 8B on Thor?",
    "Which board should I buy then?",
    "Does Llama 3.2 3B fit?",
    "Why is the KV cache so large?",
    "How fast is it with 4k context?",
    "Would it still fit with 8k context?",
    "With 8k context, would it still fit?",
    "It would still fit with 8k context?",
    "How fast is it still?",
    "ok, and can it still run two cameras?",
  ])("leaves the trouble for: %s", (turn) => expect(topic(killed, turn)).toBeUndefined());

  it("stays after thanks", () => expect(topic(killed, "thanks")).toMatchObject({ tried: [] }));

  it("is none where nothing was reported", () => {
    expect(topic("Does Qwen3 8B fit on an Orin NX 16GB?", "still the same")).toBeUndefined();
  });
});

describe("compose()", () => {
  it("leads with another cause each time, and says when there is none left", async () => {
    const again = ["still the same", "no change", "still killed"];
    const turns = again.map((_, count) => [killed, ...again.slice(0, count)]);
    const first = await Promise.all(turns.map(async (each) => (await answer(...each)).split("\n")[0]));
    expect(new Set(first).size).toBe(first.length);
    expect(first[1]).toMatch(/^\*\*Next likely: /);
    expect(await answer(killed, ...Array.from({ length: 12 }, () => "still the same"))).toMatch(
      /^\*\*Nothing further on record explains it/,
    );
  });

  it.each([
    ["vLLM runs on the CPU of my Orin NX 16GB", "still the same", "in docker"],
    ["Ollama runs on the CPU of my Orin Nano", "still the same", "in docker"],
    ["Ollama runs on the CPU of my Orin Nano", "still the same", "it is on JetPack 7.2"],
    ["My Thor reboots", "still the same", "it happens under load", "no change"],
  ])("skips no cause and repeats none where the case changes: %s, %s, %s", async (...turns) => {
    const answers = await Promise.all(turns.map((_, at) => answer(...turns.slice(0, at + 1))));
    const [first, ...later] = answers.map((text) => text.split("\n")[0]?.replace(/^\*\*\w+ likely: /, ""));
    expect(later).not.toContain(first);
    expect(answers.at(-1)).not.toContain(first?.replace(/\*\*$/, ""));
  });

  it("leads with the cause that a new circumstance brings to the front", async () => {
    const report = "vLLM runs on the CPU of my Orin NX 16GB";
    const lead = async (...turns: string[]) =>
      (await answer(...turns)).split("\n")[0]?.replace(/^\*\*\w+ likely: /, "");
    const brought = await lead(`${report} in docker`);
    expect(await lead(report)).not.toBe(brought);
    expect(await lead(report, "still", "in docker")).toBe(brought);
  });

  it("sizes another engine before it tells what to look for there", async () => {
    const text = await answer(killed, "and with llama.cpp?");
    expect(text).toMatch(/^\*\*Yes, it fits\.\*\*/);
    expect(text).toMatch(/### If the same happens in llama\.cpp on Jetson Orin NX 16GB/);
  });

  it("names the memory first where the sum does not fit", async () => {
    expect(await answer("Llama 3.1 8B is killed while loading on my Orin Nano 8GB")).toMatch(
      /^\*\*Most likely: with these settings the memory is too small\.\*\*/,
    );
  });
});
