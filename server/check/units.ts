import type { FactUnit } from "../../tools/facts.ts";

/** Units a text may write: those of facts, per cent, multiples, and money no tool reckons in. */
export type TextUnit = FactUnit | "%" | "×" | "EUR";

/** A unit as written, in base units. */
export type WrittenUnit = { unit: TextUnit; factor: number };

const second = "(?:seconds?|secs?|s|sekunden?|secondes?|segundos?|秒)";
const token =
  "(?:tokens?|toks?|jetons?|t|词元|トークン|词|個のトークン|个\\s?tokens?|个\\s?词元|个\\s?token|标记)";
const per = "\\s?(?:\\/|per|an?|each|pro|par|por|je|每|毎)\\s?";
const tokensPerSecond = `(?:${token}${per}${second}|tps|token-per-second)`;
const watt = "(?:watts?|vatios?|w|瓦特?|ワット)";

/** Spellings with their unit; an earlier one wins, so longer ones come first. Case-sensitive where marked. */
const spellings: readonly (readonly [pattern: string, unit: TextUnit, factor: number])[] = [
  [`${tokensPerSecond}\\s?(?:\\/|per)\\s?${watt}`, "tok/s/W", 1],
  [tokensPerSecond, "tok/s", 1],
  [`(?:tb|terabytes?)(?:\\/|\\sper\\s)${second}`, "B/s", 1e12],
  [`(?:gib|gibibytes?)(?:\\/|\\sper\\s)${second}`, "B/s", 2 ** 30],
  [`(?:gb|go|gigabytes?)(?:\\/|\\s(?:per|pro|par|por)\\s)${second}`, "B/s", 1e9],
  [`(?:mb|mo|megabytes?)(?:\\/|\\s(?:per|pro|par|por)\\s)${second}`, "B/s", 1e6],
  ["(?:tib|tebibytes?)", "B", 2 ** 40],
  ["(?:gib|gibibytes?|gio)", "B", 2 ** 30],
  ["(?:mib|mebibytes?|mio)", "B", 2 ** 20],
  ["kib", "B", 2 ** 10],
  ["(?:tb|terabytes?|to(?=[\\s,.;)]))(?! )", "B", 1e12],
  ["(?:gb|gigabytes?|gigaoctets?|gigas?|ギガバイト|吉字节|千兆字节)", "B", 1e9],
  ["(?:mb|megabytes?|mégaoctets?|megaoctets?|メガバイト|兆字节)", "B", 1e6],
  ["(?:kb|kilobytes?)", "B", 1e3],
  ["(?:milliseconds?|millisekunden?|millisecondes?|milisegundos?|ms|毫秒|ミリ秒)", "ms", 1],
  ["(?:minutes?|mins?|minuten|minutos?|分钟|分)(?!\\w)", "ms", 60_000],
  ["(?:hours?|hrs?|stunden?|heures?|horas?|小时|時間)", "ms", 3_600_000],
  [second, "ms", 1000],
  ["(?:kwh|kilowatt[- ]?hours?|kilowattstunden?|千瓦时|キロワット時)", "Wh", 1000],
  ["(?:wh|watt[- ]?hours?|wattstunden?|瓦时|ワット時)", "Wh", 1],
  ["(?:kw|kilowatts?)", "W", 1000],
  ["(?:mw|milliwatts?)", "W", 1e-3],
  [watt, "W", 1],
  ["(?:joules?|j|焦耳|ジュール)", "J", 1],
  ["(?:usd|us\\$|us-dollars?|dollars?|dólares|dollar|美元|ドル|\\$)", "USD", 1],
  ["(?:eur|euros?|€|欧元|ユーロ)", "EUR", 1],
  ["(?:%|percent|per cent|prozent|pour cent|por ciento|パーセント)", "%", 1],
  ["(?:×|x|times|fold|-fold|mal|fois|veces|倍)", "×", 1],
];

const sticky = new RegExp(
  `(?:[\\s\\u00a0]{0,2}|-)(?:${spellings.map(([pattern]) => `(${pattern})`).join("|")})(?![A-Za-z0-9_À-ž])(?!\\/\\w)`,
  "iuy",
);
/** French writes octets; "Go" and "Mo" are words elsewhere, so only this spelling counts. */
const octets = /[\s\u00a0]?(?:(Go)|(Mo)|(G))(?![A-Za-z0-9_/])/y;

/** The unit that stands at a place of a folded text, and where it ends; undefined where none does. */
export function unitAt(folded: string, at: number): (WrittenUnit & { end: number }) | undefined {
  octets.lastIndex = at;
  const french = octets.exec(folded);
  if (french && !(french[3] && /\s/.test(french[0])))
    return { unit: "B", factor: french[2] ? 1e6 : 1e9, end: octets.lastIndex };
  sticky.lastIndex = at;
  const match = sticky.exec(folded);
  if (!match) return undefined;
  const which = match.slice(1).findIndex((group) => group !== undefined);
  const spelling = spellings[which];
  return spelling ? { unit: spelling[1], factor: spelling[2], end: sticky.lastIndex } : undefined;
}
