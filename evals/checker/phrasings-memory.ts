import type { Piece } from "./pieces.ts";
import { type About, first, roomOf, say, second, type Write } from "./writer.ts";

/** What a small model writes of memory in English. */
export const memoryPhrasings: Readonly<Record<string, Write>> = {
  "needs-of": (w) => {
    const a = first(w);
    return say(
      a.model,
      " needs ",
      w.number("needed", a),
      " on the ",
      a.board,
      ", which reports ",
      w.number("available", a),
      ".",
    );
  },
  "verdict-room": (w) => {
    const a = first(w);
    return say(
      a.model,
      " ",
      w.verdict("fit", a),
      " on the ",
      a.board,
      ": ",
      ...roomOf(w, a, " stays free", " short"),
      ".",
    );
  },
  "two-boards": (w) => {
    const [a, b] = [first(w), second(w)];
    return say(
      "The ",
      a.board,
      " has ",
      w.number("available", a),
      " of usable memory and the ",
      b.board,
      " has ",
      w.number("available", b),
      ".",
    );
  },
  "two-boards-after": (w) => {
    const [a, b] = [first(w), second(w)];
    return say(
      a.model,
      " needs ",
      w.number("needed", a),
      " on the ",
      a.board,
      " and ",
      w.number("needed", b),
      " on the ",
      b.board,
      ".",
    );
  },
  "two-verdicts": (w) => {
    const [a, b] = [first(w), second(w)];
    return say(
      "It depends: ",
      a.model,
      " ",
      w.verdict("fit", a),
      " on the ",
      a.board,
      ", but ",
      w.verdict("fit", b),
      " on the ",
      b.board,
      ".",
    );
  },
  list: (w) => {
    const a = first(w);
    return say(
      a.model,
      " on the ",
      a.board,
      ":\n\n- weights: ",
      w.number("weights", a),
      "\n- KV cache: ",
      w.number("kv-cache", a),
      "\n- operating system: ",
      w.number("os", a),
      "\n- safety reserve: ",
      w.number("reserve", a),
      "\n- total needed: ",
      w.number("needed", a),
      "\n- headroom: ",
      w.number("headroom", a),
      "\n",
    );
  },
  table: (w) => {
    const [a, b] = [first(w), second(w)];
    const row = (label: string, quantity: string): Piece[] => [
      `| ${label} | `,
      w.number(quantity, a),
      " | ",
      w.number(quantity, b),
      " |\n",
    ];
    return say(
      "| ",
      a.model,
      " | ",
      a.board,
      " | ",
      b.board,
      " |\n|---|---|---|\n",
      ...row("needed in all", "needed"),
      ...row("usable memory", "available"),
      ...row("headroom", "headroom"),
      ...row("speed", "decode"),
    );
  },
  "table-rows": (w) => {
    const [a, b] = [first(w), second(w)];
    const row = (about: About): Piece[] => [
      "| ",
      about.board,
      " | ",
      w.verdict("fit", about),
      " | ",
      w.number("headroom", about),
      " | ",
      w.number("decode", about),
      " |\n",
    ];
    return say(
      "Results for ",
      a.model,
      "\n\n| board | verdict | headroom | speed |\n|---|---|---|---|\n",
      ...row(a),
      ...row(b),
    );
  },
  pronoun: (w) => {
    const a = first(w);
    return say(
      "The ",
      a.board,
      " ",
      w.hasRoom(a) ? "is a good match for " : "is no match for ",
      a.model,
      ". It reports ",
      w.number("available", a),
      " and the plan needs ",
      w.number("needed", a),
      ".",
    );
  },
  parts: (w) => {
    const a = first(w);
    return say(
      "Of ",
      a.model,
      " on the ",
      a.board,
      ", the weights take ",
      w.number("weights", a),
      " and the KV cache takes ",
      w.number("kv-cache", a),
      ".",
    );
  },
  cited: (w) => {
    const a = first(w);
    return say(a.model, " needs ", w.number("needed", a), " on the ", a.board, ".");
  },
};
