import { readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mergeRuns } from "../../../evals/run/merge-runs.ts";
import { openOnTrial } from "../../../evals/run/on-trial.ts";
import { readResults } from "../../../evals/run/results-file.ts";
import { type RunPlan, runEvals } from "../../../evals/run/run-evals.ts";
import { usualLimits } from "../../../evals/scorers/scorers.ts";
import type { Brain } from "../../../evals/self/model-server/brain.ts";
import { startOllamaServer } from "../../../evals/self/model-server/ollama-server.ts";
import { createPersonalities } from "../../../evals/self/personalities.ts";
import type { Run, Trial } from "../../../evals/trial.ts";
import { openKnowledge } from "../../../knowledge/knowledge.ts";
import { evalCasesFolder } from "../../fixtures/eval-cases-folder.ts";

/** Threads open everything anew, which takes long on a busy machine. */
const patienceMs = 180_000;
const { casesFolder, folder, indexFolder } = evalCasesFolder();
const knowledge = openKnowledge(indexFolder);
const good: Brain = createPersonalities(knowledge).good ?? (() => ({ text: "" }));

const plan: RunPlan = {
  onTrial: { model: "built-in" },
  mode: "guided",
  checked: true,
  selection: {},
  trials: 1,
  concurrency: 2,
  timeoutMs: 60_000,
  limits: usualLimits,
  out: join(folder, "run.jsonl"),
  resume: false,
};

/** Runs what differs from the plan; `advance` hears of each trial that is made. */
async function run(
  change: Partial<RunPlan>,
  {
    advance = () => {},
    stop = new AbortController(),
  }: { advance?(trial: Trial): void; stop?: AbortController } = {},
): Promise<Run> {
  return runEvals(
    { ...plan, ...change },
    {
      knowledge,
      indexFolder,
      casesFolder,
      openProgress: () => ({ advance, stop() {} }),
      now: () => "2026-11-28T07:00:00.000Z",
      stop: stop.signal,
    },
  );
}

/** A run without what no two runs have in common: how long things took. */
const timeless = ({ header, trials }: Run) => ({
  header,
  trials: trials.map((trial) =>
    trial.status === "error"
      ? trial
      : { ...trial, metrics: { ...trial.metrics, durationMs: 0, writingMs: 0 } },
  ),
});
const failed = ({ trials }: Run) =>
  trials.filter((trial) => trial.status === "scored" && trial.scores.some(({ passed }) => !passed));
const errors = ({ trials }: Run) =>
  trials.flatMap((trial) => (trial.status === "error" ? [trial.error.code] : []));

describe("runEvals() with the built-in answerer", () => {
  it(
    "is one and the same run whole, in shards, and resumed behind a line in the making",
    async () => {
      const whole = await run({});
      expect(whole.trials.map((trial) => trial.case)).toEqual([
        "small/grid/llama-3.1-8b",
        "small/grid/qwen3-4b",
        "small/grid/qwen3-8b",
        "small/impossible",
      ]);
      expect(failed(whole).map((trial) => trial.case)).toEqual(["small/impossible"]);
      expect(errors(whole)).toEqual([]);
      expect(timeless(readResults(plan.out)).header).toEqual(whole.header);

      const shards = [];
      for (const index of [1, 2]) {
        const out = join(folder, `shard-${index}.jsonl`);
        shards.push({ path: out, run: await run({ out, concurrency: 1, shard: { index, count: 2 } }) });
      }
      const [one, two] = shards;
      if (!one || !two) throw new Error("two shards were run");
      expect(timeless(mergeRuns([two, one]))).toEqual(timeless(whole));

      truncateSync(plan.out, readFileSync(plan.out).length - 40);
      const asked: Trial[] = [];
      expect(
        timeless(await run({ concurrency: 1, resume: true }, { advance: (trial) => asked.push(trial) })),
      ).toEqual(timeless(whole));
      expect(asked).toHaveLength(1);

      await expect(run({ resume: true, trials: 2 })).rejects.toThrow(/trials 1 against 2/);
      const limits = { ...usualLimits, toolCalls: 1 };
      await expect(run({ resume: true, limits })).rejects.toThrow(/casesHash.*toolCalls=1/);
    },
    patienceMs,
  );

  it(
    "keeps what is done when it is stopped",
    async () => {
      const stop = new AbortController();
      const out = join(folder, "stopped.jsonl");
      const stopped = await run({ out, concurrency: 1 }, { advance: () => stop.abort(), stop });
      expect(stopped.trials).toHaveLength(1);
      expect(readResults(out).trials).toEqual(stopped.trials);
    },
    patienceMs,
  );
});

describe("runEvals() with a model", () => {
  const only = "small/grid/qwen3";

  it(
    "replays a recorded run with the same answers and no server, and tells what it has no cassette for",
    async () => {
      const server = await startOllamaServer({ brain: good });
      const tapes = join(folder, "tapes");
      const recording = await openOnTrial({ endpoint: server.endpoint, record: tapes });
      const recorded = await run({
        onTrial: recording,
        selection: { only },
        out: join(folder, "recorded.jsonl"),
      });
      await recording.tape?.close();
      const chats = server.chats().length;
      await server.close();
      expect(chats).toBeGreaterThan(0);
      expect(errors(recorded)).toEqual([]);

      const replaying = await openOnTrial({ replay: tapes });
      const again = { onTrial: replaying, selection: { only }, out: join(folder, "replayed.jsonl") };
      expect(timeless(await run(again))).toEqual(timeless(recorded));

      const other = await run({ ...again, selection: {}, out: join(folder, "missed.jsonl") });
      expect(errors(other)).toEqual(["cassette-miss", "cassette-miss"]);
      await replaying.tape?.close();
    },
    patienceMs,
  );

  it(
    "takes no built-in answer that stands in for a model's for a pass or a failure",
    async () => {
      const server = await startOllamaServer({ brain: good, fault: { kind: "oom" } });
      const onTrial = await openOnTrial({ endpoint: server.endpoint });
      const broken = await run({ onTrial, selection: { only }, out: join(folder, "broken.jsonl") });
      expect(errors(broken)).toEqual(["llm-oom", "llm-oom"]);
      server.setFault({ kind: "ok" });
      const mended = await run({
        onTrial,
        selection: { only },
        out: join(folder, "broken.jsonl"),
        resume: true,
      });
      expect(errors(mended)).toEqual([]);
      expect(mended.trials).toHaveLength(2);
      await server.close();
    },
    patienceMs,
  );

  it(
    "does not wait for a model that says nothing",
    async () => {
      const server = await startOllamaServer({ brain: good, fault: { kind: "delay-headers", ms: 60_000 } });
      const onTrial = await openOnTrial({ endpoint: server.endpoint });
      const out = join(folder, "slow.jsonl");
      const slow = await run({ onTrial, selection: { only: `${only}-8b` }, timeoutMs: 500, out });
      expect(errors(slow)).toEqual(["timeout"]);
      await server.close();
    },
    patienceMs,
  );
});
