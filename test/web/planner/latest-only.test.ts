import { afterEach, describe, expect, it, vi } from "vitest";
import { createLatestOnly } from "../../../web/planner/latest-only.ts";

/** A network whose answers come when the test says so. */
function createSlowNetwork() {
  const asked: { question: string; signal: AbortSignal; answer: (output: string) => void }[] = [];
  const told: string[] = [];
  const latest = createLatestOnly<string>(
    (question, signal) =>
      new Promise((resolve, reject) => {
        asked.push({ question, signal, answer: resolve });
        signal.addEventListener("abort", () => reject(new Error("aborted")));
      }),
    (outcome) => told.push("output" in outcome ? outcome.output : outcome.error.message),
  );
  return { latest, told, asked, questions: () => asked.map(({ question }) => question) };
}

describe("createLatestOnly()", () => {
  afterEach(() => vi.useRealTimers());

  it("asks one at a time, and of those that wait only the newest", async () => {
    const { latest, told, asked, questions } = createSlowNetwork();
    for (const question of ["1", "2", "3", "4"]) latest.ask(question);
    expect(questions()).toEqual(["1"]);
    asked[0]?.answer("one");
    await vi.waitFor(() => expect(questions()).toEqual(["1", "4"]));
    asked[1]?.answer("four");
    await vi.waitFor(() => expect(told).toEqual(["one", "four"]));
  });

  it("gives up a question that hangs once a newer one waits, and tells nothing of it", async () => {
    vi.useFakeTimers();
    const { latest, told, asked, questions } = createSlowNetwork();
    latest.ask("1");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked[0]?.signal.aborted).toBe(false);
    latest.ask("2");
    await vi.advanceTimersByTimeAsync(200);
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(questions()).toEqual(["1", "2"]);
    asked[1]?.answer("two");
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(["two"]);
  });

  it("tells why there is no answer, and asks on", async () => {
    const told: string[] = [];
    const latest = createLatestOnly<string>(
      (question) => (question === "bad" ? Promise.reject(new Error("refused")) : Promise.resolve(question)),
      (outcome) => told.push("output" in outcome ? outcome.output : outcome.error.message),
    );
    latest.ask("bad");
    latest.ask("good");
    await vi.waitFor(() => expect(told).toEqual(["refused", "good"]));
  });

  it("is silent once it is stopped, and can be asked again", async () => {
    const { latest, told, asked, questions } = createSlowNetwork();
    latest.ask("1");
    latest.ask("2");
    latest.stop();
    latest.ask("3");
    await vi.waitFor(() => expect(questions()).toEqual(["1", "3"]));
    asked[1]?.answer("three");
    await vi.waitFor(() => expect(told).toEqual(["three"]));
  });
});
