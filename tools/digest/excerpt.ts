/** Words that say what a text is about: names, numbers, and words of some length. */
function words(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .match(/[\p{L}\d]+(?:\.\d+)*/gu)
      ?.filter((word) => /\d|.{4}/u.test(word)),
  );
}

/** A passage from the sentence on that has most of a query's words; the beginning where all are alike. */
export function excerpt(text: string, query: string): string {
  const sentences = text
    .split(/\n+(?:- )?|(?<=[.;]) (?=[A-Z])/)
    .map((sentence) => sentence.replace(/^- /, "").trim())
    .filter((sentence) => sentence !== "");
  const asked = words(query);
  const scores = sentences.map((sentence) => [...words(sentence)].filter((word) => asked.has(word)).length);
  const best = Math.max(0, scores.indexOf(Math.max(...scores)));
  return `${best > 0 ? "… " : ""}${sentences.slice(best).join(" ")}`;
}
