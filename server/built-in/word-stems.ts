/** Words too common to say what a question is about. */
const common = new Set(
  "a an the is are was be can could do does did i we you it its my our on in at of for to and or with next how what which who why when where fast run runs run running use using will would should jetson nvidia me tell about much many there this that do does not cannot even need needs any some if than developer kit instruct good still really want wants work works get gets say says know take takes thanks thank hello hi please ok okay yes no".split(
    " ",
  ),
);

/** The words of a text that say what it is about, lower case. */
export function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9][a-z0-9.\-_]*[a-z0-9]|[a-z0-9]/g) ?? [];
  return [...new Set(words.filter((word) => word.length > 1 && !common.has(word)))];
}

/** Endings that make another form of the same word, the longest first. */
const endings = /(?:izations?|izing|ized|izes|ize|ations?|ements?|ances?|ings?|ers?|ed|es|s|e)$/;

/** A word without its ending, so that "builds" and "build", "quantizing" and "quantization" are one. */
function stem(word: string): string {
  const bare = /^[a-z]{5,}$/.test(word) ? word.replace(endings, "") : word;
  return bare.length >= 3 ? bare : word;
}

/** The content words of a text without their endings, the parts of a compound beside the whole. */
export function stemsOf(text: string): string[] {
  const words = contentWords(text);
  const parts = words.flatMap((word) => (/^[a-z]+(?:-[a-z]+)+$/.test(word) ? word.split("-") : []));
  return [...new Set([...words, ...parts.filter((part) => part.length > 2)].map(stem))];
}
