import type { Missing } from "../case.ts";
import { judgeBy } from "./judge-by.ts";
import type { Scorer } from "./scorer.ts";

/** Words for what may be missing. */
const wordsFor: Readonly<Record<Missing, RegExp>> = {
  model: /\bmodels?\b|\bdetectors?\b|\bModelle?\b|\bmodèles?\b|\bmodelos?\b|模型|モデル/iu,
  board:
    /\bboards?\b|\bJetsons?\b|\bmodules?\b|\bdevices?\b|\bBoards?\b|\bcartes?\b|\bplacas?\b|开发板|板子|ボード/iu,
  size: /\bsizes?\b|\bhow (?:large|big|many)\b|\bparameters\b|\bbillions?\b|\bGröße\b|\btaille\b|\btamaño\b|多大|サイズ/iu,
  workload:
    /\bworkloads?\b|\bwhat (?:\w+ ){0,3}(?:run|do|for)\b|\bmodels?\b|\bapplications?\b|\btasks?\b|\bjobs?\b|\buse case\b/iu,
};

/** A question, or a sentence that tells the user to say more. */
const asks =
  /[?？]\s*["”*_)]*$|^\W*(?:please\s+)?(?:name|tell|give|say|state|specify|choose|pick|add|let me know|nenne|indique[zr]?|dites|diga)\b/iu;

/** Questions that are only quoted, as examples to start from. */
const quoted = /["“][^"”]*["”]/gu;

function sentencesOf(text: string): string[] {
  return text.replace(quoted, "…").split(/(?<=[.!?？。:;])\s+|\n+/u);
}

/** Requests of a text; one that says "it" or "one" with the sentence that says what that is. */
function requestsOf(text: string): string[] {
  const sentences = sentencesOf(text);
  return sentences.flatMap((sentence, index) => {
    if (!asks.test(sentence)) return [];
    return [
      /\b(?:one|its?|them|that)\b/i.test(sentence) ? `${sentences[index - 1] ?? ""} ${sentence}` : sentence,
    ];
  });
}

/** What is missing in the question is asked for. */
export const asksBackScorer: Scorer = {
  name: "asks-back",
  about: "Asks for what is missing in the question.",
  score({ case: { expects }, answer }) {
    if (expects.asks.length === 0) return undefined;
    const requests = requestsOf(answer.answer);
    return judgeBy(
      expects.asks
        .filter((missing) => !requests.some((request) => wordsFor[missing].test(request)))
        .map((missing) => `It does not ask for the ${missing}.`),
    );
  },
};
