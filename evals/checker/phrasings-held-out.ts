import { first, roomOf, say, second, type Write } from "./writer.ts";

/** Sentences that were not looked at while the rules were written. */
export const heldOutPhrasings: Readonly<Record<string, Write>> = {
  "held-requires": (w) => {
    const a = first(w);
    return say(
      "Running ",
      a.model,
      " requires ",
      w.number("needed", a),
      " in total; the ",
      a.board,
      " offers ",
      w.number("available", a),
      ", so you would be left with ",
      ...roomOf(w, a, " to spare", " too little"),
      ".",
    );
  },
  "held-while": (w) => {
    const [a, b] = [first(w), second(w)];
    return say(
      "While the ",
      a.board,
      " manages ",
      w.number("decode", a),
      " with ",
      a.model,
      ", the ",
      b.board,
      " reaches ",
      w.number("decode", b),
      ".",
    );
  },
  "held-colon": (w) => {
    const [a, b] = [first(w), second(w)];
    return say(
      "**Headroom for ",
      a.model,
      "**\n\n* ",
      a.board,
      ": ",
      w.number("headroom", a),
      "\n* ",
      b.board,
      ": ",
      w.number("headroom", b),
      "\n",
    );
  },
  "held-leaves": (w) => {
    const a = first(w);
    return say(
      "Once ",
      a.model,
      " and its ",
      w.number("kv-cache", a),
      " KV cache are loaded on the ",
      a.board,
      ", the total footprint is ",
      w.number("needed", a),
      " out of ",
      w.number("available", a),
      " usable.",
    );
  },
  "held-verdict": (w) => {
    const [a, b] = [first(w), second(w)];
    return say(
      "On the ",
      a.board,
      ", ",
      a.model,
      " ",
      w.verdict("fit", a),
      ". On the ",
      b.board,
      " it ",
      w.verdict("fit", b),
      ".",
    );
  },
  "held-theory": (w) => {
    const a = first(w);
    return say(
      "In theory the ",
      a.board,
      " tops out at ",
      w.number("ceiling", a),
      " for ",
      a.model,
      ", in practice expect ",
      w.number("decode", a),
      " (range ",
      w.number("decode", a, "low"),
      "–",
      w.number("decode", a, "high"),
      ").",
    );
  },
  "held-wait": (w) => {
    const a = first(w);
    return say(
      "You wait roughly ",
      w.number("first-token", a),
      " for the first word of ",
      a.model,
      " on the ",
      a.board,
      ", then text arrives at ",
      w.number("decode", a),
      ".",
    );
  },
  "held-breakdown": (w) => {
    const a = first(w);
    return say(
      "Breakdown for the ",
      a.board,
      " with ",
      a.model,
      ": ",
      w.number("weights", a),
      " of weights, ",
      w.number("kv-cache", a),
      " of KV cache, ",
      w.number("compute", a),
      " for compute buffers and ",
      w.number("os", a),
      " for the operating system.",
    );
  },
};
