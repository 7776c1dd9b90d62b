import type { Span } from "./aside.ts";
import type { Found, Phrases } from "./phrases.ts";

/** What a verdict word says; each is true of some of the tools' verdicts. */
export type Saying =
  | "fits"
  | "no-fit"
  | "tight"
  | "not-tight"
  | "runs"
  | "no-run"
  | "unsupported"
  | "supported"
  | "yes"
  | "no"
  | "too-slow"
  | "not-too-slow"
  | "interactive"
  | "not-interactive"
  | "usable"
  | "slow"
  | "impossible"
  | "implausible"
  | "doubtful"
  | "consistent";

/** A verdict word of a text. */
export type VerdictWord = Span & { saying: Saying };

const not =
  "(?:not|n't|never|no longer|hardly|neither(?: of (?:them|the (?:two|boards)))?(?: board)?|none of (?:them|the boards)|nor(?: does| do| will)?(?: it)?)";
const adverb =
  "(?:(?:quite|actually|really|easily|comfortably|just|all|simply|even|currently|both|then|also|either) )?";

/** Words by what they say; of those that overlap the longest wins, so a negation is part of its phrase. */
const sayings: readonly (readonly [Saying, string])[] = [
  [
    "fits",
    "fits?(?! tables?)|fitting|(?:has|have|is|are|with|there is) (?:more than |just )?(?:enough|sufficient|ample|plenty of) (?:memory|room|ram)|enough (?:memory|room)|plenty of room|room to spare|not too (?:big|large)|does(?: not|n't) run out of memory|without running out of memory|passt(?: hinein| rein)?|passen|tient|tiennent|rentre|caben?|entran?|放得下|装得下|容得下|够用|足够容纳|収まります|収まる|入ります|載ります",
  ],
  [
    "no-fit",
    `${not} ${adverb}(?:be able to )?fits?|(?:does|do|will|would|can|could)(?: not|n't|not) ${adverb}fit|(?:won't|cannot|can't) ${adverb}fit|fails? to fit|too (?:big|large)|runs? out of memory|running out of memory|out of memory|oom|(?:not|isn't|n't) enough (?:memory|room|ram)|(?:does|do)(?: not|n't) have (?:enough|sufficient) (?:memory|room)|insufficient memory|lacks? (?:the|enough) memory|no room|(?:passt|passen)(?: (?:es|das|er|sie|beide[sn]?|alles))?(?: leider| also| dort| da)? nicht(?: hinein| rein)?|nicht genug speicher|zu groß|(?:ne |n')(?:tient|tiennent|rentre) pas|trop (?:grand|gros|volumineux)|no caben?|no entran?|demasiado grande|放不下|装不下|容不下|不够|内存不足|収まりません|収まらない|入りません|入らない|載りません|メモリ不足`,
  ],
  [
    "tight",
    `tight|borderline|(?:only )?(?:barely|just about|only just) fits?|barely|marginal(?:ly)?|knapp|tout juste|de justesse|justo|muy ajustado|ajustado|勉强(?:放得下|装得下)?|紧张|ギリギリ|ぎりぎり`,
  ],
  ["not-tight", `${not} (?:even )?(?:tight|borderline|barely fit|marginal)|not a tight fit|isn't tight`],
  [
    "runs",
    "can run|will run|runs (?:fine|well|comfortably|easily)|able to run|läuft|laufen|tourne|peut (?:faire tourner|exécuter)|puede ejecutar|funciona|能运行|可以运行|能跑|跑得动|動きます|動作します|実行できます",
  ],
  [
    "no-run",
    `(?:cannot|can't|can not|will not|won't|does not|doesn't|do not|don't|unable to|not able to) ${adverb}run|(?:läuft|laufen)(?: (?:es|das|er|sie|beide[sn]?))? nicht|kann nicht laufen|ne tourne pas|ne peut pas (?:faire tourner|exécuter)|no puede ejecutar|no funciona|不能运行|无法运行|跑不动|動きません|動作しません|実行できません`,
  ],
  [
    "unsupported",
    "unsupported|(?:not|n't|never) (?:be )?supported|(?:does|do)(?: not|n't) support|no support for|nicht unterstützt|(?:n'est )?pas pris(?:e)? en charge|non pris(?:e)? en charge|no (?:es )?compatible|no está soportad[oa]|no soportad[oa]|不支持|サポートされていません|サポートしていません|非対応",
  ],
  [
    "supported",
    "(?:is|are|fully|natively) supported|wird unterstützt|est pris(?:e)? en charge|es compatible",
  ],
  [
    "too-slow",
    "(?:far |much |way )?too slow|unusably slow|unusable|zu langsam|trop lente?s?|demasiado lent[oa]s?|太慢|遅すぎます|遅すぎる",
  ],
  ["not-too-slow", `${not} ${adverb}too slow|isn't too slow|nicht zu langsam|pas trop lent`],
  [
    "interactive",
    "fast enough|interactive(?:ly)?|keeps? (?:up|pace) with (?:a |the )?read(?:er|ing)|schnell genug|assez rapide|suficientemente rápid[oa]|lo bastante rápid[oa]|足够快|够快|十分速い|十分な速さ",
  ],
  [
    "not-interactive",
    `${not} ${adverb}(?:fast enough|interactive|keeps? pace)|isn't (?:fast enough|interactive)|none (?:of them )?keeps? pace with (?:a |the )?read(?:er|ing)|not really interactive|nicht schnell genug|pas assez rapide|no es (?:lo )?(?:bastante|suficientemente) rápid[oa]|不够快`,
  ],
  ["usable", "(?<!(?:b|of) )usable(?: speed| pace)?(?! memory| ram| by|s? speicher)|benutzbar"],
  ["slow", "slow(?:er than (?:people|one|you) reads?)|rather slow|a bit slow"],
  ["impossible", "impossible|unmöglich|imposible|不可能|あり得ません|不可能です"],
  ["implausible", "implausible|unplausibel|invraisemblable|inverosímil"],
  ["doubtful", "doubtful|zweifelhaft|douteux|dudoso"],
  ["consistent", "plausible|consistent with"],
];

const opening =
  /^[\s*_>#"]*(?:(?<yes>yes|ja|oui|sí|是的|可以|能|はい)|(?<no>no|nein|non|不行|不能|不|いいえ))(?=[\s,.:;!—–*，。、：])/iu;
const elliptic =
  /\bnot (?=(?:on |for )?(?:the |an? )?(?:jetson|orin|agx|thor|xavier|smaller|larger|other|\d+ ?gb))/gi;
const negatedClaim =
  /(?:not that|isn't that|not true that|not the case that|nicht so, dass|nicht wahr, dass|no es que|no es cierto que|ce n'est pas que)\b[^.;,]{0,40}$/i;

const opposite: Readonly<Partial<Record<Saying, Saying>>> = {
  fits: "no-fit",
  "no-fit": "fits",
  runs: "no-run",
  "no-run": "runs",
  tight: "not-tight",
  "too-slow": "not-too-slow",
  interactive: "not-interactive",
};

/** The phrases that are verdicts. */
export const sayingPhrases: readonly Phrases<Saying>[] = sayings.map(([value, words]) => ({ value, words }));

function turned(folded: string, word: VerdictWord): VerdictWord {
  const saying = opposite[word.saying];
  const before = folded.slice(Math.max(0, word.start - 60), word.start);
  return saying && negatedClaim.test(before) ? { ...word, saying } : word;
}

/** The verdict words of a folded text from the phrases found in it, in order, with negations taken in. */
export function toVerdictWords(folded: string, phrases: readonly Found<Saying>[]): VerdictWord[] {
  const found = phrases.map(({ start, end, value: saying }): VerdictWord => ({ start, end, saying }));
  for (const { index } of folded.matchAll(elliptic))
    found.push({ saying: "no", start: index, end: index + 3 });
  const answer = opening.exec(folded);
  if (answer) {
    const word = answer.groups?.yes ?? answer.groups?.no ?? "";
    const end = answer[0].length;
    found.push({ saying: answer.groups?.yes ? "yes" : "no", start: end - word.length, end });
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = -1;
  // "memory-fit" is the name of a tool.
  const isPartOfName = (start: number) => /[\p{L}\d][-_]$/u.test(folded.slice(Math.max(0, start - 2), start));
  const longest = found.filter(({ start, end }) => {
    if (end <= reached || isPartOfName(start)) return false;
    reached = end;
    return true;
  });
  return longest.map((word) => turned(folded, word));
}
