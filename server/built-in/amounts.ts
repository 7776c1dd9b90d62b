import { parseCount } from "./words.ts";

/** Quantities a question states; each is left out when it is not stated. */
export type Amounts = {
  contextTokens?: number;
  promptTokens?: number;
  concurrency?: number;
  images?: number;
  streams?: number;
  watts?: number;
  dollars?: number;
  requestsPerDay?: number;
  memoryGigabytes?: number;
  /** Of each camera. */
  framesPerSecond?: number;
  /** The side of a detector's input. */
  inputPixels?: number;
};

const amount = String.raw`(\d[\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|dozen)`;

const several = String.raw`(\d+|two|three|four|five|six|eight|ten)`;

/** "At 8k", "Q4_K_M 16k on …": thousands that nothing else claims are tokens of context; 4K with a capital is a picture. */
const bareThousands = String.raw`(?<![\w.,$€-])(?<!\b(?:budget|under|below|than|for|cost|costs|spend|about|around|of)\s)(\d{1,4}k)\b(?!\s*(?:requests?|questions?|queries|inferences|calls|req|users?|people|prompts?|images?|frames?|cameras?|cams?|videos?|streams?|resolution|hz|usd|eur|euros?|dollars|bucks|devices|units|boards|a\s+(?:day|month|year)|per\b|\/))`;

/** Patterns for each quantity; the first group that took part is the number. */
const patterns: Readonly<Record<keyof Amounts, readonly RegExp[]>> = {
  contextTokens: [
    /(?<![\w.,])(\d[\d,]*(?:(?:\.\d+)?\s?k)?)\s*(?:tokens?\s*)?(?:of\s*)?(?:context|ctx)\b/i,
    /\b(?:context|ctx)(?:\s*(?:length|window|size))?\s*(?:of|=|:)?\s*(\d[\d,]*\s?k?)\b/i,
    /(\d[\d,]*\s?k)\s*tokens?\b/i,
    /\b(?:at|with)\s+(\d[\d,]*)\s+tokens?\b(?!\s*(?:\/|an?\b|per\b|of\s+(?:output|prompt)))/i,
    /(?<![\w.,])(\d[\d,]*(?:\.\d+)?(?:\s?M|\s+(?:million|billion)|e\d+))[\s-]*(?:tokens?|context)\b/i,
    /\bkv[\s-]*cache\s+(?:of|at|for|with)\s+(\d[\d,]*\s?k?)\b(?!\s*(?:[GM]i?B|users?|sessions?))/i,
    new RegExp(bareThousands),
  ],
  promptTokens: [/(\d[\d,]*\s?k?)[\s-]*(?:tokens?\s*)?prompts?\b/i],
  concurrency: [
    new RegExp(
      String.raw`${several}\s*(?:concurrent\s*|simultaneous\s*|parallel\s*)?(?:users?|sessions?|sequences?|clients)\b`,
      "i",
    ),
    new RegExp(
      String.raw`${several}\s*(?:concurrent|simultaneous|parallel)\s+(?:streams?|requests?|chats?|conversations?)\b`,
      "i",
    ),
    new RegExp(
      String.raw`${several}\s*(?:requests?|chats?|conversations?)\s+(?:in parallel|at once|at the same time|concurrently)\b`,
      "i",
    ),
    /\bconcurrency\s*(?:of|=|:)?\s*(\d+)/i,
    /\bbatch(?:\s*size)?\s*(?:of|=|:)?\s*(\d+)/i,
  ],
  images: [new RegExp(String.raw`\b${several}\s*(?:images|pictures|photos|frames at once)\b`, "i")],
  streams: [
    new RegExp(
      String.raw`(?<![$.\d])\b${amount}(?:\s*[x×])?\s+(?!(?:fps|Hz|MP|GB|W)\b)(?:(?!${amount}\s)[\w×-]+\s+){0,3}(?:streams?|cameras?|cams?)\b`,
      "i",
    ),
    /\b(single)[\s-]+(?:[\w×-]+\s+){0,2}(?:stream|camera)\b/i,
  ],
  watts: [/(?<![\w.])(\d+(?:\.\d+)?)\s?(?:W|[Ww]atts?)\b/],
  dollars: [
    /\$\s?(\d+(?:,\d{3})*(?:\.\d+)?\s?k?)/i,
    /(\d[\d,]*)\s?(?:USD|dollars|bucks)\b/i,
    /\bbudget\s*(?:of|is|:|=)?\s*(\d[\d,]*(?:\.\d+)?k?)\b(?!\s*(?:W\b|watts?|€|EUR|euros?|GB|ms|fps|tok))/i,
  ],
  requestsPerDay: [
    /(\d[\d,]*(?:\.\d+)?\s?k?)\s*(?:requests?|questions?|queries|inferences|calls|req)\s*(?:a|per|\/|each|every)\s*day/i,
  ],
  framesPerSecond: [
    /\b(?:720|1080|1440|2160)p\s*@?\s*(\d{2,3})\b/i,
    /(?:\bat|@)\s*(\d+(?:\.\d+)?)\s*(?:fps|frames?\s*(?:\/|per|a)\s*s)/i,
    /(?<![\w.-])(\d+(?:\.\d+)?)[\s-]*fps\s+(?:[\w.]+\s+){0,2}(?:cameras?|cams?|streams?|feeds?)\b/i,
    /(?<![\w.-])(\d+(?:\.\d+)?)[\s-]*(?:fps|frames?\s*(?:\/|per|a)\s*s\w*)\b/i,
  ],
  inputPixels: [
    /\b(\d{3,4})(?:\s*x\s*\d{3,4})?\s*(?:px\s+|pixels?\s+)?(?:input|imgsz)\b/i,
    /\b(?:imgsz|input(?:\s+(?:size|resolution))?)\s*(?:of|=|:|at)?\s*(\d{3,4})\b/i,
  ],
  // "8GB or 16GB" leaves the size open.
  memoryGigabytes: [
    /(?<![\w.]|GB\s*(?:or|vs\.?|versus|\/)\s*)(\d+)\s?(?:GB|GiB)\b(?!\s*(?:or|vs\.?|versus|\/)\s*\d+\s?GB)/i,
  ],
};

/** Tokens are counted in powers of two where "k" is written: 32k of context is 32,768. */
const kibi = 1.024;

const negative = /(?:^|\s)[-−]\s?$/;

function firstMatch(question: string, expressions: readonly RegExp[], name: string): number | undefined {
  const isTokens = name === "contextTokens" || name === "promptTokens";
  for (const expression of expressions) {
    const match = expression.exec(question);
    const text = match?.slice(1).find((group) => group !== undefined);
    if (!match || text === undefined) continue;
    const value = text.toLowerCase() === "single" ? 1 : parseCount(text);
    if (value === undefined || value <= 0) continue;
    // A debt is handed on as it is, so that the tool refuses it and says why.
    if (name === "dollars" && negative.test(question.slice(0, match.index))) return -value;
    return isTokens && /k$/i.test(text.trim()) ? value * kibi : value;
  }
  return undefined;
}

/** Reads every quantity a question states. */
export function readAmounts(question: string): Amounts {
  const read = Object.entries(patterns).map(
    ([name, expressions]) => [name, firstMatch(question, expressions, name)] as const,
  );
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}
