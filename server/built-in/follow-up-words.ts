import type { Amounts } from "./amounts.ts";

/** Comparatives that stand alone ask for a board: what they come to in a whole question. */
const comparatives: readonly (readonly [RegExp, string])[] = [
  [/\b(?:cheaper|less\s+expensive|more\s+affordable)\b/i, "which board is the cheapest of all"],
  [/\b(?:faster|quicker)\b/i, "which board is the fastest"],
  [/\b(?:cooler|less\s+power|more\s+efficient)\b/i, "which board is the coolest"],
  [/\b(?:roomier|more\s+(?:room|headroom|memory))\b/i, "which board has the most headroom"],
];
const alone =
  /^\W*(?:(?:and|or|is|are|there|what|about|how|any(?:thing)?|some(?:thing)?|an?|can|i|get|it|go|do|does|the|board|which|one|be|would|with|even|much|still|needs?|use|uses)\s+)*(?:cheaper|less\s+expensive|more\s+affordable|faster|quicker|cooler|less\s+power|more\s+efficient|roomier|more\s+(?:room|headroom|memory))(?:\s+(?:one|boards?|options?|alternatives?|modules?|kits?))?\W*$/i;

/** "Cheaper?" as the question that it stands for; any other turn as it is. */
export function spelledOut(text: string): string {
  if (!alone.test(text)) return text;
  return comparatives.find(([pattern]) => pattern.test(text))?.[1] ?? text;
}

const shortBoards =
  /(?<!\b(?:orin|xavier|jetson|igx|agx|agx\s+orin|nemotron(?:[\s-]\d)?)[\s-])\b(nano|nx|agx)\b(?!\s+(?:orin|xavier|thor|\d+b|vl)\b)/gi;
/** Where no other was spoken of, the generation that is sold under these names. */
const present = "Orin";
const generations = ["Xavier", "Orin"] as const;

/** "The NX" after an Orin is the Orin NX: half a board's name is completed from the boards spoken of. */
export function withGeneration(text: string, boardNames: readonly string[]): string {
  const spoken = boardNames.join(" ");
  const generation = generations.find((name) => spoken.includes(name)) ?? present;
  return text.replace(shortBoards, (word) => {
    if (/^agx$/i.test(word)) return `AGX ${generation}`;
    // A Nano of which nothing was said may be the first one.
    return /^nano$/i.test(word) && spoken === "" ? word : `${generation} ${word}`;
  });
}

/** "NX 16" in a first question is the Orin NX; a "Jetson NX" of older days is left as it is. */
export function withPresentBoard(text: string): string {
  return text.replace(/(?<!\b(?:orin|xavier|jetson)[\s-])\bNX\b/gi, `${present} NX`);
}

const counted = ["requestsPerDay", "streams", "concurrency", "images", "contextTokens"] as const;
const units: Readonly<Record<(typeof counted)[number], string>> = {
  requestsPerDay: "requests a day",
  streams: "streams",
  concurrency: "users",
  images: "images",
  contextTokens: "tokens of context",
};
const bare =
  /^[^\w$€£]*(?:(?:and|or|no|sorry|what|about|how|make|it|that|if|with|i|meant|said|only|just|to|try|for|then|use|with)[^\w$€£]+)*(?<amount>\d[\d,]*(?:\.\d+)?\s?k?|two|three|four|five|six|eight|ten)(?:\s+instead|\s+then|\s+please)?\W*$/i;

/** "Make that 32k", "and four?": a bare number is of what was counted before, a "k" of context. */
export function withUnit(text: string, before: Amounts): string {
  // "Twenty of them" is too many to be copies of a model.
  const number =
    bare.exec(text)?.groups?.amount ??
    /^\W*(?:(?:and|what about|how about|with)\W+)*([1-9]\d{1,3}|9)\s+of\s+(?:them|those|these)\W*$/i.exec(
      text,
    )?.[1];
  if (number === undefined) return text;
  const known = counted.find((name) => before[name] !== undefined);
  const unit = known ?? (/k$/i.test(number) || Number(number) >= 512 ? "contextTokens" : undefined);
  return unit ? `${number} ${units[unit]}` : text;
}

const boardCount =
  /^(\W*(?:(?:and|what|about|how|for|or|with|make|it|that)\W+)*)(\d[\d,]*)(?:\s+(?:of\s+)?(?:them|those|these|boards|units))?(\W*)$/i;

/** "And 500 of them?" of a fleet counts boards. */
export function withBoards(text: string): string {
  return text.replace(boardCount, "$1a fleet of $2$3");
}

const copies =
  /\b(two|three|four|five|six|\d)\s+(?:of\s+)?(?:them|those|these|instances|copies)\b|\b(twice)\b/i;
const numbers = ["two", "three", "four", "five", "six"];

/** How many of the model are meant by "two of them"; undefined where it is not said. */
export function readCopies(text: string): number | undefined {
  const match = copies.exec(text);
  if (!match) return undefined;
  const word = (match[1] ?? "two").toLowerCase();
  const index = numbers.indexOf(word);
  const count = index < 0 ? Number(word) : index + 2;
  return count >= 1 && count <= 8 ? count : undefined;
}
