const greeting =
  /^\W*(?:hi|hello|hey|dear all|good (?:morning|afternoon|evening)|hallo|guten (?:morgen|tag)|bonjour|hola)\b(?:\s+(?:there|all|everybody|team))?[\s,.!:–-]+/i;
const announcement = /^\W*(?:i\s+have\s+|just\s+)?a\s+(?:quick|short|small|simple)\s+question\s*[:,.–-]\s*/i;
const thanks =
  /[\s,.!–-]*\b(?:(?:many\s+|much\s+)?thanks|thank\s+you|thx|cheers)(?:\s+(?:a\s+lot|so\s+much|very\s+much))?(?:\s+in\s+advance)?[\s.!]*$/i;

/** A question without the words that go before and after it for courtesy: they are what nobody searches for. */
export function withoutPoliteness(text: string): string {
  const bare = text.replace(greeting, "").replace(announcement, "");
  const ended = thanks.exec(bare);
  // What stands before the thanks keeps its own end.
  const kept = ended ? bare.slice(0, ended.index) + (/^\s*([.!])/.exec(ended[0])?.[1] ?? "") : bare;
  return kept.trim() === "" ? text : kept.trim();
}
