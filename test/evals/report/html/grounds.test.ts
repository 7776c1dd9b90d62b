import { expect, it } from "vitest";
import { groundsOf } from "../../../../evals/report/html/grounds.ts";
import { trace } from "../../../fixtures/eval-run.ts";

const claim = { text: "7.36 GB", kind: "number" as const, start: 0, end: 7 };

it.each([
  {
    claim: { ...claim, mark: "verified" as const, fact: "1.headroom" },
    grounds: { figure: "7.36 GB", text: "headroom, Qwen3-8B on Jetson Orin NX 16GB. memTotal − needed" },
  },
  {
    claim: { ...claim, mark: "verified" as const },
    grounds: { figure: "", text: "Verified: a tool or a passage says so." },
  },
  { claim: { ...claim, mark: "given" as const }, grounds: { figure: "", text: "From the question." } },
  {
    claim: { ...claim, mark: "unverified" as const, reason: "It is 7 GB." },
    grounds: { figure: "", text: "Not verified. It is 7 GB." },
  },
])("groundsOf() says of what is $claim.mark: $grounds.text", ({ claim: marked, grounds }) => {
  expect(groundsOf(marked, trace)).toEqual(grounds);
});
