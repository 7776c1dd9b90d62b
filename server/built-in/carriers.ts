import type { Span } from "./words.ts";

/** Makers of carrier boards and boxes, and lines of theirs that are known without the maker. */
const makers = [
  "(?:Seeed(?:\\s+Studio)?\\s+)?re(?:Computer|Server)(?:\\s+(?:Industrial\\s+|Mini\\s+|Super\\s+)?[A-Z]?\\d{3,4})?",
  "Connect\\s?Tech(?:\\s+[A-Z][a-z]+)?",
  "Forecr(?:\\s+\\w*board[\\w-]*)?|DSBOARD[\\w-]*|MILBOARD[\\w-]*",
  "Advantech(?:\\s+(?:MIC|AIR|ICAM)-?\\w+)?|MIC-7\\d\\d\\w*",
  "AAEON(?:\\s+BOXER-\\w+)?|BOXER-\\d\\w+",
  "(?:Auvidea|Antmicro|Waveshare|Yahboom|AVerMedia|Neousys|Aetina|Vecow|Syslogic|Axiomtek)(?:\\s+[A-Z]+[\\w]*-?\\d[\\w-]*)?",
  "ZED\\s?Box(?:\\s+(?:Mini|Duo))?",
].join("|");
const pattern = new RegExp(`\\b(?:${makers})\\b`, "gi");

/** Carrier boards and boxes that a question names, with their places. */
export function findCarriers(question: string): (Span & { text: string })[] {
  return [...question.matchAll(pattern)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** What is said of them: the module decides, and has to be asked for where it is not named. */
export function carrierLines(question: string, hasBoard: boolean): string[] {
  const [carrier] = findCarriers(question);
  if (!carrier) return [];
  const name = `“${carrier.text}” is a carrier board or a box round a Jetson module`;
  return hasBoard
    ? [
        `${name}: what is computed is of the module. Which of its power modes the carrier feeds and cools, and which cameras plug in, its maker has to say.`,
      ]
    : [
        `${name}, and which module is in it is not on record here. Name the module and its memory to have it judged.`,
      ];
}
