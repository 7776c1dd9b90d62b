import { first, roomBetween, say, second, type Write } from "./writer.ts";

/** What a small model writes in German. */
export const german: Readonly<Record<string, Write>> = {
  needs: (w) =>
    say(
      "Auf dem ",
      w.board(0),
      " braucht ",
      w.model(0),
      " ",
      w.number("needed", first(w)),
      ", verfügbar sind ",
      w.number("available", first(w)),
      ".",
    ),
  fit: (w) =>
    say(
      w.model(0),
      " ",
      w.verdict("fit", first(w)),
      " auf dem ",
      w.board(0),
      ": ",
      ...roomBetween(w, first(w), ["", " bleiben frei"], ["es fehlen ", ""]),
      ".",
    ),
  speed: (w) =>
    say(
      "Der ",
      w.board(0),
      " erzeugt mit ",
      w.model(0),
      " etwa ",
      w.number("decode", first(w)),
      ", höchstens ",
      w.number("ceiling", first(w)),
      ".",
    ),
  two: (w) =>
    say(
      "Der ",
      w.board(0),
      " meldet ",
      w.number("available", first(w)),
      " und der ",
      w.board(1),
      " meldet ",
      w.number("available", second(w)),
      ".",
    ),
  pace: (w) =>
    say(
      "Mit ",
      w.number("decode", first(w)),
      " auf dem ",
      w.board(0),
      " ist ",
      w.model(0),
      " ",
      w.verdict("pace", first(w)),
      ".",
    ),
};

/** What a small model writes in French. */
export const french: Readonly<Record<string, Write>> = {
  needs: (w) =>
    say(
      "Sur la ",
      w.board(0),
      ", ",
      w.model(0),
      " nécessite ",
      w.number("needed", first(w)),
      " et la carte offre ",
      w.number("available", first(w)),
      ".",
    ),
  fit: (w) =>
    say(
      w.model(0),
      " ",
      w.verdict("fit", first(w)),
      " sur la ",
      w.board(0),
      " : ",
      ...roomBetween(w, first(w), ["il reste ", " libres"], ["il manque ", ""]),
      ".",
    ),
  speed: (w) =>
    say(
      "La ",
      w.board(0),
      " génère environ ",
      w.number("decode", first(w)),
      " avec ",
      w.model(0),
      ", au plus ",
      w.number("ceiling", first(w)),
      ".",
    ),
  pace: (w) =>
    say(
      "Avec ",
      w.number("decode", first(w)),
      " sur la ",
      w.board(0),
      ", ",
      w.model(0),
      " est ",
      w.verdict("pace", first(w)),
      ".",
    ),
};

/** What a small model writes in Spanish. */
export const spanish: Readonly<Record<string, Write>> = {
  needs: (w) =>
    say(
      "En la ",
      w.board(0),
      ", ",
      w.model(0),
      " necesita ",
      w.number("needed", first(w)),
      " y la placa ofrece ",
      w.number("available", first(w)),
      ".",
    ),
  fit: (w) =>
    say(
      w.model(0),
      " ",
      w.verdict("fit", first(w)),
      " en la ",
      w.board(0),
      ": ",
      ...roomBetween(w, first(w), ["quedan ", " libres"], ["faltan ", ""]),
      ".",
    ),
  speed: (w) =>
    say(
      "La ",
      w.board(0),
      " genera unos ",
      w.number("decode", first(w)),
      " con ",
      w.model(0),
      ", como máximo ",
      w.number("ceiling", first(w)),
      ".",
    ),
};
