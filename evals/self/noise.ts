import { createChance } from "../checker/random.ts";
import type { Brain, BrainReply } from "./model-server/brain.ts";
import { questionOf } from "./read-request.ts";

const babble =
  "fits not tight Orin NX 16GB Thor 64 GB tok/s fast too slow memory yes no runs 12.5 unsupported headroom Jetson AGX does weights KV cache 3 of the is 7.7 GB 250 tok/s USD banana [1] it Llama price needs".split(
    " ",
  );
const devices: readonly unknown[] = ["agx-orin-64gb", "orin-nx-16gb", "nonsense", 7];

/** Random words and random calls. */
export const noise: Brain = (body, index): BrainReply => {
  const chance = createChance(index * 7919 + questionOf(body).length);
  const words = Array.from({ length: 40 }, () => chance.pick(babble));
  const text = words.map((word, at) => (at % 9 === 8 ? `${word}.` : word)).join(" ");
  const { tools = [] } = body;
  if (tools.length === 0 || chance.chance(1 / 3)) return { text };
  const { name } = chance.pick(tools).function;
  const input = {
    device: chance.pick(devices),
    model: "qwen3-8b",
    workloads: [{ model: "llama-3.3-70b" }],
    query: "banana",
    name: "Thor",
  };
  return { text: chance.chance(1 / 2) ? text : "", calls: [{ name, input }] };
};
