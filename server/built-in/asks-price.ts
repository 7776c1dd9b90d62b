/** What boards are called: their words and families, and the numbers that tell them apart. */
const board = String.raw`(?:boards?|modules?|kits?|devkits?|Jetsons?|Orins?|Thors?|Xaviers?|Nanos?|Super|NX|AGX|IGX|T[45]000|RK\d+|Pi(?:\s\d)?|\d+\s?GB|one)`;
/** Between a determiner and a board's name: no word that starts another matter, as "what does it cost to run a board". */
const between = String.raw`(?:(?!(?:for|to|that|which|with|over|per|of|running|run|and|or)\b)[\w.-]+\s+){0,6}?`;
const determiner = String.raw`(?:(?:an?|the|this|that|these|those|your|one|two|both|each)\s+)`;
const thing = String.raw`(?:it|they|(?:this|that|these|those)(?!\s+\w)|${determiner}*${between}${board})`;
const now = String.raw`(?:\s+(?:now|today|currently|nowadays|at\s+present|these\s+days|right\s+now|please|me|us))*\s*(?:[.?!]|$)`;
const verb = "(?:does|do|would|will|might|did)";
const price = new RegExp(
  [
    String.raw`\b(?:what|how\s+much)\s+${verb}\s+${thing}\s+(?:cost|go\s+for|sell\s+for)\b`,
    String.raw`\b(?:what|how\s+much)\s+${verb}\s+(?:i|we|you|one)\s+(?:(?:have|need)\s+to\s+)?pay\s+for\s+${thing}${now}`,
    String.raw`\bhow\s+(?:much|expensive)\s+(?:is|are|for)\s+${thing}${now}`,
    String.raw`\b(?:price|cost)s?\s+(?:of|for)\s+${thing}${now}`,
    String.raw`(?:\b(?:Orin|Thor|Xavier|Nano|Super|NX|kit|module|board)|\dGB)(?:'s)?\s+prices?${now}`,
    String.raw`\bwhat(?:'s|\s+is|\s+are)\s+(?:the|its|their)\s+prices?${now}`,
  ].join("|"),
  "i",
);

/** True where the price of a board spoken of is asked, in the turn itself. */
export function asksPrice(question: string): boolean {
  return price.test(question.split("\n")[0] ?? "");
}
