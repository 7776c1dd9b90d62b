import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Bench } from "tinybench";
import { startOllamaServer } from "../../evals/self/model-server/ollama-server.ts";
import type { Asked } from "../../evals/self/model-server/start-server.ts";
import { openKnowledge } from "../../knowledge/knowledge.ts";
import { createAdvisor } from "../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../server/backends/built-in.ts";
import { checkText } from "../../server/check/check.ts";
import { evidenceOf } from "../../server/check/evidence.ts";
import { namesOf } from "../../server/check/names.ts";
import { CompareDevicesInput, compareDevices } from "../../tools/compare-devices.ts";
import { MemoryFitInput } from "../../tools/memory/plan.ts";
import { memoryFit } from "../../tools/memory-fit.ts";
import { PlanSystemInput, planSystem } from "../../tools/plan-system.ts";
import { tools } from "../../tools/registry.ts";
import { startProduct, usualBrain, usualQuestion } from "../fixtures/whole-product.ts";

const root = join(import.meta.dirname, "..", "..");
const cli = join(root, "server", "cli.ts");
const question = "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?";
const print = (line: string) => process.stdout.write(`${line}\n`);

const inputs: Record<string, unknown> = {
  "look-up": { name: "AGX Orin 64GB" },
  "memory-fit": { device: "orin-nx-16gb", workloads: [{ model: "qwen2.5-vl-7b" }, { model: "yolo11s" }] },
  "estimate-throughput": { device: "agx-orin-64gb", model: "llama-3.1-8b" },
  "compare-devices": {
    workloads: [{ model: "qwen2.5-vl-7b" }, { model: "yolo11s" }],
    powerModes: "all",
  },
  "plan-system": { workloads: [{ model: "llama-3.1-8b" }, { model: "yolo11s" }], powerModes: "all" },
  "fleet-cost": { device: "agx-orin-64gb", devices: 100, workload: { model: "llama-3.1-8b" } },
  "decision-tree": { largestModelBillions: 7, modelKind: "llm" },
  "search-documents": { query: "KV cache ceiling on Nano Super" },
};

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Tools, search and a whole answer, warm, in this process. */
async function benchWarm(): Promise<void> {
  const knowledge = openKnowledge(join(root, ".index"));
  const advisor = createAdvisor(createBuiltInBackend(), knowledge, () => performance.now());
  const bench = new Bench({ time: 500, warmupTime: 200 });
  for (const tool of tools)
    bench.add(tool.name, async () => void (await tool.call(inputs[tool.name], knowledge)));
  const { question: asked, answer, toolCalls, citations } = await advisor.ask(question);
  const evidence = evidenceOf(asked, toolCalls, namesOf(knowledge), citations);
  const text = answer
    .split(/(?<=\s)/)
    .slice(0, 1000)
    .join("");
  bench.add("check of 1,000 words", () => void checkText(text, evidence));
  bench.add("answer, built-in, end to end", async () => void (await advisor.ask(question)));
  await bench.run();
  for (const { name, result } of bench.tasks)
    if ("latency" in result)
      print(
        `${name.padEnd(32)} median ${result.latency.p50.toFixed(3)} ms, p99 ${result.latency.p99.toFixed(3)} ms`,
      );
}

/** Goals of the estimators: configurations a second of a sweep on one core, and a single memory-fit. */
const goals = { configurationsPerSecond: 10_000, memoryFitMicroseconds: 50 } as const;

const warmUps = 40;
const rounds = 15;

/** Median seconds of a call, warm: calls that are repeated in a round are repeated in the warm-up too. */
function secondsOf(call: () => void, repeats = 1): number {
  for (let round = 0; round < warmUps * repeats; round++) call();
  const taken = Array.from({ length: rounds }, () => {
    const started = performance.now();
    for (let repeat = 0; repeat < repeats; repeat++) call();
    return (performance.now() - started) / repeats / 1000;
  });
  return median(taken);
}

/** Evaluated means ledger and, where it fits, speed; what cannot be combined is not counted as work. */
function printRate(name: string, evaluated: number, seconds: number): void {
  const rate = Math.round(evaluated / seconds);
  const verdict = rate >= goals.configurationsPerSecond ? "met" : "MISSED";
  print(
    `${name.padEnd(32)} median ${rate} configurations/s (${evaluated} evaluated in ${(1000 * seconds).toFixed(1)} ms; goal ${goals.configurationsPerSecond}: ${verdict})`,
  );
}

/** The sweeps and a single plan that fits, on one core. */
async function benchSweeps(): Promise<void> {
  const knowledge = openKnowledge(join(root, ".index"));
  const compared = CompareDevicesInput.parse(inputs["compare-devices"]);
  const { configurations } = await compareDevices.run(compared, knowledge);
  printRate(
    "compare-devices",
    configurations,
    secondsOf(() => void compareDevices.run(compared, knowledge), 10),
  );
  const planned = PlanSystemInput.parse(inputs["plan-system"]);
  const { feasible, infeasible } = await planSystem.run(planned, knowledge);
  const misfits = infeasible.filter(({ reason }) => reason === "does-not-fit");
  const evaluated = misfits.reduce((sum, { count }) => sum + count, feasible);
  printRate(
    "plan-system",
    evaluated,
    secondsOf(() => void planSystem.run(planned, knowledge)),
  );
  const fitting = MemoryFitInput.parse(inputs["memory-fit"]);
  const microseconds = 1e6 * secondsOf(() => void memoryFit.run(fitting, knowledge), 1000);
  const verdict = microseconds < goals.memoryFitMicroseconds ? "met" : "MISSED";
  print(
    `${"memory-fit, no fixes".padEnd(32)} median ${microseconds.toFixed(1)} µs (goal ${goals.memoryFitMicroseconds}: ${verdict})`,
  );
}

/** Whole processes: the first answer of a new terminal. */
function benchColdStart(): void {
  const runs = Array.from({ length: 7 }, () => {
    const started = performance.now();
    spawnSync(process.execPath, [cli, "ask", question]);
    return performance.now() - started;
  });
  print(
    `${"ask, from process start".padEnd(32)} median ${median(runs).toFixed(0)} ms of ${runs.length} (index built)`,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 7861;
}

function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}

async function waitUntilHealthy(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const healthy = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await wait(100);
  }
  throw new Error("serve did not become healthy in 20 s");
}

/** Memory of the server at rest, before and after its first answer. */
async function benchMemory(): Promise<void> {
  const port = await freePort();
  const server = spawn(process.execPath, [cli, "serve", "--port", String(port)], { stdio: "ignore" });
  try {
    await waitUntilHealthy(port);
    await wait(1000);
    const { pid = 0 } = server;
    print(`${"serve at rest, RSS".padEnd(32)} ${residentMegabytes(pid).toFixed(0)} MiB`);
    const messages = [{ id: "1", role: "user", parts: [{ type: "text", text: question }] }];
    const headers = { "content-type": "application/json" };
    await fetch(`http://127.0.0.1:${port}/api/chat`, {
      method: "POST",
      headers,
      body: JSON.stringify({ messages }),
    }).then((response) => response.text());
    await wait(2000);
    print(`${"serve after an answer, RSS".padEnd(32)} ${residentMegabytes(pid).toFixed(0)} MiB`);
  } finally {
    server.kill("SIGTERM");
  }
}

/** Goals of an answer with a model, in milliseconds. */
const answerGoals = { overhead: 30, firstEvent: 50 } as const;

function printMilliseconds(name: string, taken: readonly number[], goal: number): void {
  const verdict = median(taken) <= goal ? "met" : "MISSED";
  print(
    `${name.padEnd(32)} median ${median(taken).toFixed(1)} ms of ${taken.length} (goal ${goal} ms: ${verdict}), load ${loadavg()[0]?.toFixed(1)}`,
  );
}

/** What an answer takes beyond the time of its model, which reads its prompt so long, and how soon a page hears of it. */
async function benchModel(readingMs: number): Promise<void> {
  const fault = { kind: "delay-headers", ms: readingMs } as const;
  const model = await startOllamaServer({ brain: usualBrain, fault });
  const product = await startProduct(model.endpoint);
  const own = ({ at, closedAt = at }: Asked) => closedAt - at;
  const overheads: number[] = [];
  const firstEvents: number[] = [];
  for (let round = 0; round < 60; round++) {
    const before = model.asked.length;
    const started = performance.now();
    await product.advisor.ask(usualQuestion);
    const taken = performance.now() - started;
    overheads.push(taken - model.asked.slice(before).reduce((sum, asked) => sum + own(asked), 0));
    const { arrived } = await product.chat();
    firstEvents.push(arrived[0]?.afterMs ?? Number.NaN);
  }
  printMilliseconds(`ask, beyond a model of ${readingMs} ms`, overheads.slice(20), answerGoals.overhead);
  printMilliseconds("POST /api/chat, first event", firstEvents.slice(20), answerGoals.firstEvent);
  await product.close();
  await model.close();
}

/** The page in a browser, by a process of its own: what it weighs is not to lie on the scales of the others. */
function benchPage(): void {
  spawnSync(process.execPath, [join(import.meta.dirname, "page", "page-bench.ts")], { stdio: "inherit" });
}

for (const readingMs of [0, 100]) await benchModel(readingMs);
await benchSweeps();
await benchWarm();
benchColdStart();
await benchMemory();
benchPage();
