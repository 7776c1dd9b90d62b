import { beforeAll, describe, expect, it } from "vitest";
import {
  coldStartLine,
  firstTokenClause,
  measuredLines,
  paceClause,
  speedLine,
  weighedClause,
} from "../../../server/built-in/compose-speed.ts";
import type { Throughput } from "../../../tools/estimate-throughput.ts";
import { estimateSpeed, knowledge } from "../../fixtures/knowledge.ts";

const display = ({ facts }: Throughput, id: string) => facts.find((fact) => fact.id === id)?.display ?? "?";
const title = (id: string) => knowledge.source(id).title;
let orin: Throughput;
let thor: Throughput;
let slow: Throughput;
let blocked: Throughput;
let unknown: Throughput;

beforeAll(async () => {
  orin = await estimateSpeed({ device: "agx-orin-64gb", model: "llama-3.1-8b" });
  thor = await estimateSpeed({
    device: "agx-thor-devkit",
    model: "llama-3.1-8b",
    runtime: "vllm",
    concurrency: 8,
  });
  slow = await estimateSpeed({ device: "agx-orin-64gb", model: "llama-3.3-70b" });
  blocked = await estimateSpeed({ device: "agx-orin-64gb", model: "llama-3.1-8b", quantization: "nvfp4" });
  unknown = await estimateSpeed({ device: { name: "Some board", memory: "16 GB" }, model: "llama-3.1-8b" });
});

describe("speedLine()", () => {
  it("says value, interval and ceiling of the tool, and where they hold", () => {
    const line = speedLine(orin);
    for (const id of ["decode", "decode-low", "decode-high", "ceiling", "first-token", "shipped"]) {
      expect(display(orin, id)).not.toBe("?");
      expect(line).toContain(display(orin, id));
    }
    const { device, powerMode, runtime, quantization } = orin.names;
    for (const name of [device, powerMode, runtime, quantization]) expect(line).toContain(name);
    expect(line).toContain(orin.shipped?.powerMode);
  });

  it("says the speed of all streams only where there are several", () => {
    expect(speedLine(thor)).toContain(`${display(thor, "aggregate")} over 8 streams`);
    expect(speedLine(orin)).not.toContain("streams");
  });

  it("says why a combination has no speed, and no number", () => {
    const line = speedLine(blocked);
    expect(line).toContain(blocked.blockers[0]?.message);
    expect(line).not.toContain("tok/s");
  });

  it("asks for a benchmark where nothing is known", () => {
    expect(unknown.decodeTokensPerSecond).toBeNull();
    expect(speedLine(unknown)).toMatch(/benchmark required/);
    expect(speedLine(unknown)).not.toContain("tok/s");
    expect(speedLine(unknown)).toContain(unknown.verify);
  });

  it("never shows a fact that the tool does not have", () => {
    for (const result of [orin, thor, slow, blocked, unknown]) expect(speedLine(result)).not.toContain("?");
  });
});

describe("paceClause()", () => {
  it("judges the first speed as the tool does", () => {
    expect([orin.pace, slow.pace]).toEqual(["interactive", "too-slow"]);
    expect(paceClause([orin, slow])).toContain(display(orin, "decode"));
    expect(paceClause([orin, slow])).toMatch(/fast enough/);
    expect(paceClause([slow])).toMatch(/too slow/);
    expect(paceClause([slow])).toContain(slow.names.device);
  });

  it("says beside a computed speed what was measured on the module, warm and of as many streams", async () => {
    const molmo = await estimateSpeed({ device: "thor-t5000", model: "molmo-7b" });
    expect(molmo.evidence).toBe("calibrated");
    expect(paceClause([molmo])).toMatch(/ Measured: 14 tok\/s, in bf16, with vllm, power mode not stated\.$/);
    const two = await estimateSpeed({ device: "thor-t5000", model: "molmo-7b", concurrency: 2 });
    expect(paceClause([two])).not.toContain("Measured");
    expect(thor.evidence).toBe("measured-module");
    expect(paceClause([thor])).not.toContain("Measured");
  });

  it("says of a run that it was alone where something else runs, and never that another context is the same", async () => {
    const input = { device: "thor-t5000", model: "qwen3-8b", quantization: "w4a16", runtime: "vllm" };
    const beside = await estimateSpeed({ ...input, coTenants: [{ model: "yolo11m", streams: 4 }] });
    expect(paceClause([beside])).toContain(" Measured alone: 42.7 tok/s, same configuration.");
    const long = await estimateSpeed({
      device: "agx-orin-64gb",
      model: "llama-3.1-8b",
      contextTokens: 65_536,
    });
    expect(paceClause([long])).toContain("Measured: 26.8 tok/s, context not stated.");
    expect(measuredLines([long], title).join("\n")).not.toContain("same configuration");
  });

  it("is empty where no speed is known", () => {
    for (const speeds of [[], [blocked], [unknown]]) expect(paceClause(speeds)).toBe("");
  });
});

describe("coldStartLine()", () => {
  it("is said once, for Thor with vLLM only", () => {
    expect(thor.coldStart).not.toBeNull();
    const [line, ...more] = coldStartLine([orin, thor, thor]);
    expect(line).toContain(thor.coldStart?.text);
    expect(line).toContain(display(thor, "cold-start"));
    expect(more).toEqual([]);
    expect(coldStartLine([orin, slow, blocked])).toEqual([]);
  });
});

describe("measuredLines()", () => {
  it("shows measured runs of the tool with speed, distance and source", () => {
    const lines = measuredLines([orin], title);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const reference = orin.references.find(
        ({ id, distance }) => line.includes(distance) && line.includes(display(orin, `measured-${id}`)),
      );
      expect(reference, line).toBeDefined();
      expect(line).toContain(title(reference?.source ?? ""));
      expect(line).toContain(orin.names.model);
    }
  });

  it("shows runs on the board itself before any other, and each once", () => {
    expect(orin.references.some(({ sameModule }) => sameModule)).toBe(true);
    const distances = orin.references.filter(({ sameModule }) => !sameModule).map(({ distance }) => distance);
    const lines = measuredLines([orin, orin], title);
    expect(new Set(lines).size).toBe(lines.length);
    for (const distance of distances)
      expect(lines.some((line) => line.includes(`: ${distance} `))).toBe(false);
  });

  it("warns of a run above the physical ceiling", () => {
    const [reference] = orin.references;
    if (!reference) throw new Error("no run on record");
    const warning = /not to be believed/;
    const impossible = { ...orin, references: [{ ...reference, plausible: false }] };
    expect(measuredLines([impossible], title)[0]).toMatch(warning);
    expect(
      measuredLines([{ ...orin, references: [{ ...reference, plausible: true }] }], title)[0],
    ).not.toMatch(warning);
  });

  it("is empty where nothing was measured", () => {
    expect(measuredLines([], title)).toEqual([]);
    expect(measuredLines([{ ...orin, references: [] }], title)).toEqual([]);
  });
});

describe("firstTokenClause()", () => {
  it("opens with the first token where that is asked", () => {
    const words = `**The first token comes after about ${display(orin, "first-token")} on the Jetson AGX Orin 64GB`;
    expect(firstTokenClause("time to first token on AGX Orin?", [orin])).toContain(words);
    expect(firstTokenClause("How long does a 4k prompt take?", [orin])).toContain(words);
    expect(firstTokenClause("How fast is it?", [orin])).toBe("");
    expect(firstTokenClause("time to first token?", [unknown])).toBe("");
  });
});

describe("weighedClause()", () => {
  it("ranks the engines that were weighed on one board", async () => {
    const vllm = await estimateSpeed({ device: "agx-orin-64gb", model: "llama-3.1-8b", runtime: "vllm" });
    const [faster, slower] = [orin, vllm].toSorted(
      (a, b) => (b.decodeTokensPerSecond?.expected ?? 0) - (a.decodeTokensPerSecond?.expected ?? 0),
    );
    expect(weighedClause([orin, vllm])).toBe(weighedClause([vllm, orin]));
    expect(weighedClause([orin, vllm])).toMatch(
      new RegExp(`${faster?.names.runtime} in .*, ${slower?.names.runtime} in `),
    );
  });

  it("is silent of one way, and of two boards", () => {
    expect(weighedClause([orin])).toBe("");
    expect(weighedClause([orin, thor])).toBe("");
  });
});
