import { first, roomBetween, say, type Write } from "./writer.ts";

/** What a small model writes in Chinese. */
export const chinese: Readonly<Record<string, Write>> = {
  needs: (w) =>
    say(
      "在 ",
      w.board(0),
      " 上,",
      w.model(0),
      " 需要 ",
      w.number("needed", first(w)),
      ",可用内存为 ",
      w.number("available", first(w)),
      "。",
    ),
  fit: (w) =>
    say(
      w.model(0),
      " 在 ",
      w.board(0),
      " 上",
      w.verdict("fit", first(w)),
      ":",
      ...roomBetween(w, first(w), ["剩余 ", ""], ["不足 ", ""]),
      "。",
    ),
  speed: (w) =>
    say(
      w.board(0),
      " 运行 ",
      w.model(0),
      " 的速度约为 ",
      w.number("decode", first(w)),
      ",上限为 ",
      w.number("ceiling", first(w)),
      "。",
    ),
  pace: (w) =>
    say(
      w.model(0),
      " 在 ",
      w.board(0),
      " 上约 ",
      w.number("decode", first(w)),
      ",",
      w.verdict("pace", first(w)),
      "。",
    ),
};

/** What a small model writes in Japanese. */
export const japanese: Readonly<Record<string, Write>> = {
  needs: (w) =>
    say(
      w.board(0),
      " では ",
      w.model(0),
      " に ",
      w.number("needed", first(w)),
      " が必要で、",
      w.number("available", first(w)),
      " が利用可能です。",
    ),
  fit: (w) =>
    say(
      w.model(0),
      " は ",
      w.board(0),
      " に",
      w.verdict("fit", first(w)),
      "。",
      ...roomBetween(w, first(w), ["余裕は ", " です"], ["", " 不足します"]),
      "。",
    ),
  speed: (w) =>
    say(
      w.board(0),
      " での ",
      w.model(0),
      " の生成速度は約 ",
      w.number("decode", first(w)),
      "、上限は ",
      w.number("ceiling", first(w)),
      " です。",
    ),
};
