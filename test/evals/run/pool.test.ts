import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openPool, type Pool } from "../../../evals/run/pool.ts";
import { usualLimits } from "../../../evals/scorers/scorers.ts";
import { errorTrial } from "../../fixtures/eval-run.ts";

const folder = join(tmpdir(), "eval-pool");
const setUp = {
  indexFolder: folder,
  casesFolder: folder,
  model: "built-in",
  mode: "guided",
  checked: true,
  timeoutMs: 300,
  limits: usualLimits,
} as const;
const open: Pool[] = [];
afterEach(async () => {
  for (const pool of open.splice(0)) await pool.close();
});

function poolOf(size: number, graceMs: number): Pool {
  const filename = join(import.meta.dirname, "../../fixtures/eval-worker.ts");
  const pool = openPool(setUp, { size, graceMs, filename });
  open.push(pool);
  return pool;
}
const ask = (pool: Pool, id: string) => pool.run({ case: id, trial: 1 });

describe("openPool()", () => {
  it("hands out tasks to more threads than one", async () => {
    const pool = poolOf(2, 20_000);
    const made = await Promise.all(["a", "b", "c"].map((id) => ask(pool, id)));
    expect(made).toEqual(["a", "b", "c"].map((id) => errorTrial(id, "made")));
  });

  it("ends a thread that hangs, and goes on with another", async () => {
    const pool = poolOf(1, 3_000);
    expect(await ask(pool, "hangs")).toMatchObject({ code: "timeout" });
    expect(await ask(pool, "a")).toEqual(errorTrial("a", "made"));
  });

  it.each([
    { id: "throws", message: /oops/ },
    { id: "babbles", message: /./ },
  ])("says what became of a thread that $id", async ({ id, message }) => {
    const pool = poolOf(1, 20_000);
    const problem = await ask(pool, id);
    expect(problem).toMatchObject({ code: "crashed", message: expect.stringMatching(message) });
    expect(await ask(pool, "a")).toEqual(errorTrial("a", "made"));
  });
});
