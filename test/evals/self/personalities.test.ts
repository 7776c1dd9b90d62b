import { expect, it } from "vitest";
import { createPersonalities } from "../../../evals/self/personalities.ts";
import { fitCase } from "../../fixtures/eval-subject.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const body = {
  model: "m",
  messages: [{ role: "user", content: fitCase.ask }],
  tools: [{ function: { name: "memory-fit", parameters: { properties: { device: {}, workloads: {} } } } }],
};
const personalities = createPersonalities(knowledge);
const ask = async (name: string) => await personalities[name]?.(body, 0);

it("createPersonalities() has models of six characters", () => {
  expect(Object.keys(personalities)).toEqual(["good", "sloppy", "liar", "mute", "chatterbox", "noise"]);
});

it("good asks for the board it was asked about, sloppy for another", async () => {
  expect((await ask("good"))?.calls?.[0]).toMatchObject({
    name: "memory-fit",
    input: { device: "orin-nx-16gb" },
  });
  expect((await ask("sloppy"))?.calls?.[0]).toMatchObject({ input: { device: "agx-orin-64gb" } });
});

it("chatterbox writes its call as text, mute and liar make none", async () => {
  expect((await ask("chatterbox"))?.text).toContain('{"name":"memory-fit"');
  expect([(await ask("mute"))?.calls, (await ask("liar"))?.calls]).toEqual([undefined, undefined]);
});

it("liar says the contrary of the result", async () => {
  const results = { role: "tool", content: "verdict: does not fit. A on B needs 2 GB of 1 GB" };
  const reply = await personalities.liar?.({ ...body, messages: [...body.messages, results] }, 0);
  expect(reply?.text).toContain("Yes, it fits easily");
});
