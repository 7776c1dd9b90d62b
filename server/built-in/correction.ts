/** A turn without what it takes back, and the stretches that it takes back. */
export type Correction = { wanted: string; rejected: string };

const end = String.raw`(?=\s*(?:[,;.?!–—]|$)|\s+(?:but|use|take|try|make|please|and|on|with|instead)\b)`;
const patterns = [
  new RegExp(String.raw`\b(?:instead\s+of|rather\s+than|in\s+place\s+of)\s+(.+?)${end}`, "gi"),
  new RegExp(
    String.raw`\bnot\s+(?!fit|run|work|enough|possible|load|so\b|too\b|really|sure|only|yet|that\b)(?:(?:on|in|with|for|the|an?)\s+)*(.+?)${end}`,
    "gi",
  ),
  new RegExp(
    String.raw`\b(?:without|drop|remove|minus|leave\s+out|take\s+away|forget|no)\s+(?!(?:(?:the|an?|any|my)\s+)*(?:desktop|gui|i\b|it\b|that\b))(?:(?:the|an?|any|my)\s+)*([\w.:-]+(?:\s[\w.:-]+){0,3}?)${end}`,
    "gi",
  ),
];

/** Parts a turn takes back ("not the NX", "instead of Q4", "without the detector") from what it wants. */
export function readCorrection(text: string): Correction {
  const rejected: string[] = [];
  const wanted = patterns.reduce(
    (rest, pattern) =>
      rest.replace(pattern, (match, chunk: string) => {
        rejected.push(chunk);
        return " ".repeat(match.length);
      }),
    text,
  );
  return { wanted, rejected: rejected.join(", ") };
}
