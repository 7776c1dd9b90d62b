import { first, say, type Write } from "./writer.ts";

/** What a small model writes of speed in English. */
export const speedPhrasings: Readonly<Record<string, Write>> = {
  "speed-range": (w) => {
    const a = first(w);
    return say(
      "Expect about ",
      w.number("decode", a),
      " from ",
      a.model,
      " on the ",
      a.board,
      " (likely between ",
      w.number("decode", a, "low"),
      " and ",
      w.number("decode", a, "high"),
      "; the bandwidth allows ",
      w.number("ceiling", a),
      " at most).",
    );
  },
  "speed-ceiling": (w) => {
    const a = first(w);
    return say(
      "On the ",
      a.board,
      ", ",
      a.model,
      " generates about ",
      w.number("decode", a),
      "; the ceiling is ",
      w.number("ceiling", a),
      ".",
    );
  },
  "pace-sentence": (w) => {
    const a = first(w);
    return say(
      "At about ",
      w.number("decode", a),
      " for ",
      a.model,
      " on the ",
      a.board,
      " it is ",
      w.verdict("pace", a),
      ".",
    );
  },
  "first-token": (w) => {
    const a = first(w);
    return say(
      a.model,
      " on the ",
      a.board,
      " shows its first token after about ",
      w.number("first-token", a),
      " and reads the prompt at ",
      w.number("prefill", a),
      ".",
    );
  },
  "as-shipped": (w) => {
    const a = first(w);
    return say(
      "The ",
      a.board,
      " decodes ",
      a.model,
      " at ",
      w.number("decode", a),
      ", and as shipped at ",
      w.number("shipped", a),
      ".",
    );
  },
  bandwidth: (w) => {
    const a = first(w);
    return say(
      "With ",
      w.number("bandwidth", a),
      " of bandwidth the ",
      a.board,
      " cannot pass ",
      w.number("ceiling", a),
      "; the estimate for ",
      a.model,
      " is ",
      w.number("decode", a),
      ".",
    );
  },
};
