import { first, roomOf, say, second, type Write } from "./writer.ts";

/** Sentences written after the rules, and looked at once before the rules were mended. */
export const latePhrasings: Readonly<Record<string, Write>> = {
  short: (w) => {
    const a = first(w);
    return say(
      "**",
      a.board,
      "** – verdict: ",
      w.verdict("fit", a),
      " (",
      w.number("needed", a),
      " needed / ",
      w.number("available", a),
      " available) for ",
      a.model,
    );
  },
  so: (w) => {
    const a = first(w);
    return say(
      "So, can the ",
      a.board,
      " run ",
      a.model,
      "? The total memory requirement is ",
      w.number("needed", a),
      " and there is ",
      w.number("available", a),
      " of usable memory, which leaves ",
      ...roomOf(w, a, " of headroom", " missing"),
      ".",
    );
  },
  compare: (w) => {
    const [a, b] = [first(w), second(w)];
    return say(
      "Compared with the ",
      b.board,
      " (",
      w.number("decode", b),
      "), the ",
      a.board,
      " is at ",
      w.number("decode", a),
      " for ",
      a.model,
      ".",
    );
  },
  limit: (w) => {
    const a = first(w);
    return say(
      "Memory bandwidth limits ",
      a.model,
      " on the ",
      a.board,
      " to ",
      w.number("ceiling", a),
      "; realistically you will see ",
      w.number("decode", a),
      ".",
    );
  },
  cons: (w) => {
    const a = first(w);
    return say(
      "A conservative estimate for ",
      a.model,
      " on the ",
      a.board,
      " is ",
      w.number("decode", a, "low"),
      ", an optimistic one ",
      w.number("decode", a, "high"),
      ".",
    );
  },
  numbered: (w) => {
    const a = first(w);
    return say(
      "Key numbers for ",
      a.model,
      " on ",
      a.board,
      ":\n\n1. Memory required: ",
      w.number("needed", a),
      "\n2. Memory available: ",
      w.number("available", a),
      "\n3. Generation speed: ",
      w.number("decode", a),
      "\n4. Time to first token: ",
      w.number("first-token", a),
      "\n",
    );
  },
  both: (w) => {
    const [a, b] = [first(w), second(w)];
    return say(
      a.model,
      " ",
      w.verdict("fit", a),
      " on the ",
      a.board,
      " with ",
      ...roomOf(w, a, " left over", " missing"),
      ", whereas on the ",
      b.board,
      " it ",
      w.verdict("fit", b),
      ".",
    );
  },
  kv: (w) => {
    const a = first(w);
    return say(
      "The key-value cache of ",
      a.model,
      " adds ",
      w.number("kv-cache", a),
      " on the ",
      a.board,
      ", on top of ",
      w.number("weights", a),
      " for the model weights; the desktop and OS use ",
      w.number("os", a),
      ".",
    );
  },
  speed2: (w) => {
    const a = first(w);
    return say(
      "Throughput: ~",
      w.number("decode", a),
      " (",
      a.model,
      ", ",
      a.board,
      "). Prompt processing: ~",
      w.number("prefill", a),
      ". TTFT: ~",
      w.number("first-token", a),
      ".",
    );
  },
  transposed: (w) => {
    const [a, b] = [first(w), second(w)];
    return say(
      "| ",
      "Model",
      " | Board | Needed | Usable | Free | Speed |\n|---|---|---|---|---|---|\n| ",
      a.model,
      " | ",
      a.board,
      " | ",
      w.number("needed", a),
      " | ",
      w.number("available", a),
      " | ",
      w.number("headroom", a),
      " | ",
      w.number("decode", a),
      " |\n| ",
      a.model,
      " | ",
      b.board,
      " | ",
      w.number("needed", b),
      " | ",
      w.number("available", b),
      " | ",
      w.number("headroom", b),
      " | ",
      w.number("decode", b),
      " |\n",
    );
  },
  pace: (w) => {
    const a = first(w);
    return say(
      "Running ",
      a.model,
      " on the ",
      a.board,
      " is ",
      w.verdict("pace", a),
      ": roughly ",
      w.number("decode", a),
      ".",
    );
  },
};
