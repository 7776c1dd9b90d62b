import type { Mention } from "./mentions.ts";
import { isOrdinary } from "./ordinary-words.ts";
import { overlaps, type Span, type Word, wordsOf } from "./words.ts";

/** Words between names in a question that is hardly a sentence. */
const little = new Set(
  "a an the my our on for in at with and or to of is are does do can could will would i we you it run runs running fit fits work works possible enough ok please one".split(
    " ",
  ),
);

/** What else people ask of a board in so few words, and what is no name of software. */
const plain =
  /^(?:about|again|alternatives?|annual|availab\w*|average|bad|bandwidth|battery|benchmarks?|best|better|big|boot\w*|build|bus|buy|cache|case|cheap\w*|chips?|clock\w*|compar\w*|consum\w*|contexts?|cool\w*|cost\w*|current|data\s?sheet|date|decod\w*|default|delivery|design|detect\w*|diff\w*|dimensions?|display|documents?|draw\w*|driver\w*|dual|efficien\w*|encod\w*|end|energy|fans?|fast\w*|features?|firmware|first|fixed|flash\w*|fleet|fps|free|full|generations?|good|great|guide|headroom|heat\w*|help|high\w*|hot|how|idle|industrial|info\w*|inputs?|install\w*|interfaces?|issues?|kernel|kits?|know|large\w*|latency|launch\w*|left|less|lifetime|limit\w*|list|long\w*|lot|low\w*|manual|many|max\w*|mean\w*|measure\w*|memory|min\w*|more|most|much|multi\w*|name|need\w*|new\w*|next|noise|notes?|number|old|open|options?|order|over|overheat\w*|perform\w*|pins?|please|ports?|power\w*|pric\w*|problems?|quant\w*|question|quick|range|ratings?|real\w*|record\w*|release\w*|report\w*|rest|reviews?|right|room|same|second\w*|setup|should|show|silicon|sizes?|slow\w*|small\w*|soon|sources?|spec\w*|speed\w*|start\w*|status|storage|supply|support\w*|swap|tell|temperature\w*|thanks?|there|thermal\w*|throttl\w*|throughput|time|todays?|total|two|twice|under|update\w*|upgrade\w*|usable|use\w*|using|value|vendor|versions?|versus|voltage|wait\w*|warranty|weight\w*|what|when|where|which|while|who|why|width|worth|years?)$/i;

/** A question of more words is a sentence, whose names are found by their shape. */
const longest = { words: 9, name: 4 } as const;

/** A thing that is counted or measured is no name: "4k", "640x480". */
const measured = /^\d|%$/;

const isUnfamiliar = ({ text }: Word) => !plain.test(text) && !isOrdinary(text) && !measured.test(text);

/**
 * What a question of a few words is about, where it is nothing on record: "flux on AGX Orin?", "jetson nano tinyllama".
 * None where no board is named, or any word beside it is a plain one.
 */
export function bareSubject(question: string, mentions: readonly Mention[]): Word[] {
  const words = wordsOf(question);
  const hasBoard = mentions.some(({ kind }) => kind === "device");
  if (!hasBoard || mentions.length > 1 || words.length > longest.words || /[.!;:]\s/.test(question))
    return [];
  const left = words.filter(
    (word) => !mentions.some((mention) => overlaps(mention, word)) && !little.has(word.text.toLowerCase()),
  );
  const [first, last] = [left[0], left.at(-1)];
  if (!first || !last || left.length > longest.name) return [];
  if (!left.every((word, index) => isUnfamiliar(word) || (index > 0 && /^v\d/i.test(word.text)))) return [];
  const text = question.slice(first.start, last.end);
  return wordsOf(text).length === left.length ? [{ text, start: first.start, end: last.end }] : [];
}

/** Parts of a list with plus signs that name nothing on record: "clip vit-l server + Qwen3 4B on …". */
export function listedNames(question: string, known: readonly Span[]): Word[] {
  if (!/\s[+&]\s/.test(question)) return [];
  const parts = [...question.matchAll(/[^+&]+/g)].map(({ 0: text, index }) => ({ text, start: index }));
  return parts.flatMap(({ text, start }) => {
    const end = start + text.length;
    if (known.some((span) => overlaps(span, { start, end }))) return [];
    const words = wordsOf(text).filter((word) => !little.has(word.text.toLowerCase()));
    if (words.length === 0 || words.length > longest.name + 1 || !words.some(isUnfamiliar)) return [];
    const name = text.trim().replace(/[?.!,]+$/, "");
    const at = start + text.indexOf(name);
    return [{ text: name, start: at, end: at + name.length }];
  });
}
