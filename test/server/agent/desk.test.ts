import { describe, expect, it } from "vitest";
import { openDesk } from "../../../server/agent/desk.ts";
import type { TurnEvent } from "../../../server/agent/turn-events.ts";
import type { Turn } from "../../../server/built-in/turn.ts";
import { checkText } from "../../../server/check/check.ts";
import { namesOf } from "../../../server/check/names.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const names = namesOf(knowledge);

async function open(question: string, history: readonly Turn[] = [], isInSight = false) {
  const events: TurnEvent[] = [];
  const desk = await openDesk(
    { question, history, abortSignal: new AbortController().signal },
    { knowledge, names, check: checkText, emit: (event) => events.push(event), isInSight },
  );
  return { desk, events };
}

describe("openDesk()", () => {
  it("makes the planner's calls out of sight until they are wanted", async () => {
    const { desk, events } = await open("Does Llama 3.1 8B fit on an Orin NX 16GB?");
    expect(desk.plannedCalls.map(({ outcome }) => outcome.name)).toContain("memory-fit");
    expect([events, desk.runner.made]).toEqual([[], []]);
    desk.makePlanned();
    desk.makePlanned();
    expect(desk.runner.made).toEqual(desk.plannedCalls);
    expect(events.filter(({ type }) => type === "result")).toHaveLength(desk.plannedCalls.length);
  });

  it("makes the planner's calls in sight, where they are nobody else's to make, and each once", async () => {
    const { desk, events } = await open("Does Llama 3.1 8B fit on an Orin NX 16GB?", [], true);
    expect(desk.runner.made).toEqual(desk.plannedCalls);
    const seen = events.flatMap((event) => (event.type === "result" ? [event.id] : []));
    expect(seen).toEqual(desk.plannedCalls.map(({ id }) => id));
    desk.makePlanned();
    expect(desk.runner.made).toEqual(desk.plannedCalls);
  });

  it("checks a text against the calls made so far", async () => {
    const { desk } = await open("Does Llama 3.1 8B fit on an Orin NX 16GB?");
    const text = "The Orin NX 16GB has 16.4 GB of usable memory.";
    expect(desk.check(text).unverified).toMatchObject([{ text: "16.4 GB" }]);
    desk.makePlanned();
    expect(desk.check(text)).toMatchObject({ unverified: [], verified: [{ text: "16.4 GB" }] });
    expect(desk.toldFacts().map(({ display }) => display)).toContain("16.4 GB");
    expect(desk.toldFacts().length).toBeLessThan(desk.facts().length);
  });

  it("takes a number of an earlier question for the user's, one of an earlier answer for nobody's", async () => {
    const { desk } = await open("And on an Orin NX 16GB?", [
      { role: "user", text: "Does Llama 3.1 8B fit within 12 W?" },
      { role: "assistant", text: "There are 999 GB free." },
    ]);
    const { given, unverified } = desk.check("Within 12 W there are 999 GB free.");
    expect(given).toMatchObject([{ text: "12 W" }]);
    expect(unverified).toMatchObject([{ text: "999 GB" }]);
  });

  it("does not hold a call the model made on its own for what was asked", async () => {
    const { desk } = await open("Does Qwen3-32B fit on an Orin Nano 8GB?");
    desk.makePlanned();
    const fit = { device: "agx-orin-64gb", workloads: [{ model: "qwen3-32b" }] };
    await desk.runner.run("memory-fit", fit);
    expect(desk.check("Yes, it fits.").unverified).not.toEqual([]);
    expect(desk.check("No, it does not fit.").unverified).toEqual([]);
    expect(desk.check("It fits on the AGX Orin 64GB.").unverified).toEqual([]);
  });

  it("knows the board that the decision leads to", async () => {
    const { desk } = await open("What is the cheapest board for a local 7B model?");
    expect(desk.namesAdvice("Take the Orin NX 16GB.")).toBe(true);
    expect(desk.namesAdvice("Take a Raspberry Pi 5.")).toBe(false);
  });

  it("says in the built-in answer why a call could not be made", async () => {
    const { desk } = await open("Which board for a 7B model under -500 USD?");
    expect(desk.builtIn()).toMatch(/Not computed/);
  });
});
