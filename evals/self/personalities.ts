import type { Knowledge } from "../../knowledge/knowledge.ts";
import { createGood } from "./good.ts";
import type { Brain, ChatBody } from "./model-server/brain.ts";
import { noise } from "./noise.ts";
import { neededCalls, resultsOf } from "./read-request.ts";
import { retell } from "./retell.ts";

const nothing = "The tools say nothing of this. I size NVIDIA Jetson boards.";

/** What a model says that keeps to the results. */
const said = (body: ChatBody) => retell(resultsOf(body)) || nothing;

/** Other digits where digits stand on their own. */
const miscounted = (text: string) =>
  text.replace(/(?<![\w.])\d+(?:\.\d+)?(?= (?:GB|MB|tok\/s|USD|W)\b)/g, (digits) =>
    String(Number(digits) * 1.7 + 3.1).slice(0, 4),
  );

const boards = ["agx-orin-64gb", "orin-nano-8gb", "agx-thor-devkit"];

/** Asks for another board than the one it was asked about, and computes for itself. */
function createSloppy(knowledge: Knowledge): Brain {
  return (body, index) => {
    if (resultsOf(body).length === 0) {
      const device = boards[index % boards.length];
      const calls = neededCalls(body, knowledge).map(({ name, input }) => ({
        name,
        input: typeof input === "object" && input && "device" in input ? { ...input, device } : input,
      }));
      if (calls.length > 0) return { calls };
    }
    const swapped = said(body)
      .replace(/Orin NX 16GB/g, "Orin Nano 8GB")
      .replace(/AGX Orin 64GB/g, "Orin NX 8GB");
    return { text: `${miscounted(swapped)}\nSo ${12.3} GB plus ${4.5} GB is ${17.8} GB in all.` };
  };
}

/** Says the opposite, invents numbers and cites what nobody wrote. */
const liar: Brain = (body) => {
  const verdict = /does not fit|unsupported/.test(said(body)) ? "Yes, it fits easily" : "No, it does not fit";
  return {
    text: `${verdict} on the Jetson, with 987 GB free [vlm-sizing-2026#made-up]. It runs at 1,234 tok/s and draws 777 W. The price is $4,321 [invented-source#nothing].`,
  };
};

/** Never calls a tool. */
const mute: Brain = () => ({ text: "Sure, that runs well at around 345 tok/s with 6.7 GB to spare." });

/** Thinks aloud, and writes its calls as text. */
function createChatterbox(knowledge: Knowledge): Brain {
  return (body) => {
    const thought = "<think>Let me think: 999 tok/s? 55 GB? It does not fit, or it fits.</think>\n";
    const [call] = resultsOf(body).length === 0 ? neededCalls(body, knowledge) : [];
    if (call) return { text: `${thought}{"name":"${call.name}","arguments":${JSON.stringify(call.input)}}` };
    return {
      text: `${thought}Well, what a question! Here is what I found.\n${said(body)}\nHope that helps!`,
    };
  };
}

/** Models as they are met: what each does with the same questions. */
export function createPersonalities(knowledge: Knowledge): Readonly<Record<string, Brain>> {
  return {
    good: createGood(knowledge),
    sloppy: createSloppy(knowledge),
    liar,
    mute,
    chatterbox: createChatterbox(knowledge),
    noise,
  };
}
