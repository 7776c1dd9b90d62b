import { beforeAll, describe, expect, it } from "vitest";
import { plan } from "../../../server/built-in/plan.ts";
import type { Outcome } from "../../../server/built-in/results.ts";
import { chooseFact, locate } from "../../../server/built-in/why-fact.ts";
import { said } from "../../fixtures/planned-calls.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

const history = said("Does Llama 3.1 8B fit on an Orin NX 16GB?");
let outcomes: Outcome[];

beforeAll(async () => {
  const { calls } = plan("why?", history, knowledge);
  outcomes = await Promise.all(calls.map(({ name, input }) => callTool(name, input)));
});

function chosen(question: string) {
  const planned = plan(question, history, knowledge);
  return planned.why && chooseFact(planned, planned.why, outcomes);
}

describe("chooseFact()", () => {
  it.each([
    ["why?", "headroom"],
    ["why does it fit?", "headroom"],
    ["why 9.12 GB?", "needed"],
    ["why 9.1 GB?", "needed"],
    ["why is the KV cache so big?", "kv-cache-0"],
    ["why 537 MB?", "kv-cache-0"],
    ["why is it so slow?", "decode"],
    ["which source says 102.4 GB/s?", "bandwidth"],
    ["why 1.reserve?", "reserve"],
  ])("takes %s for %s", (question, id) => {
    expect(chosen(question)).toMatchObject({ found: { fact: { id } }, missed: false });
  });

  it("says that a number was missed, and gives the nearest", () => {
    expect(chosen("why 12.3 GB?")).toMatchObject({ missed: true, found: { fact: { unit: "B" } } });
  });
});

describe("locate()", () => {
  it("numbers the calls from one", () => {
    expect(locate(outcomes)[0]).toMatchObject({ call: 1, fact: { id: "weights-0" } });
  });
});
