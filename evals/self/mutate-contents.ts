import { statedFacts } from "../gold.ts";
import { plainWords } from "../scorers/plain-words.ts";
import type { Subject } from "../scorers/scorer.ts";
import { type Mutation, reworded, withoutLines } from "./mutation.ts";

/** A saying taken out with the lines it stands in; one that runs over two lines is left alone. */
function removeReason(subject: Subject) {
  const [ways] = subject.case.expects.says;
  if (!ways) return null;
  const text = withoutLines(subject.answer.answer, (line) =>
    ways.some((words) => plainWords(line).includes(plainWords(words))),
  );
  const isGone = ways.every((words) => !plainWords(text).includes(plainWords(words)));
  return isGone ? reworded(subject, text) : null;
}

function addForbiddenWords(subject: Subject) {
  const [words] = subject.case.expects.avoids;
  return words === undefined ? null : reworded(subject, `${subject.answer.answer}\n\nIn short: ${words}.`);
}

/** A required fact taken out with every line that shows its number. */
function removeFact(subject: Subject) {
  const [id] = statedFacts(subject.case, subject.gold);
  const fact = subject.evidence.facts.find((each) => each.id === id);
  if (!fact) return null;
  const shown = fact.display.replace(/^-/, "");
  return reworded(
    subject,
    withoutLines(subject.answer.answer, (line) => line.includes(shown)),
  );
}

const confident =
  "Yes, it fits: Llama 3.1 8B on the Jetson Orin NX 16GB needs 9.1 GB, runs at 20 tok/s and draws 25 W.";

const removeRefusal = (subject: Subject) =>
  subject.case.expects.refuses ? reworded(subject, confident) : null;

const removeAskingBack = (subject: Subject) =>
  subject.case.expects.asks.length > 0 ? reworded(subject, "That depends on many things.") : null;

/** Prose with nothing in it but a language. */
const foreign: Readonly<Record<string, string>> = {
  deu: "Das hängt davon ab, wie die Anwendung später betrieben wird und welche Anforderungen an die Genauigkeit gestellt werden; eine allgemeine Antwort auf diese Frage lässt sich leider nicht geben, ohne mehr zu wissen.",
  fra: "Cela dépend de la manière dont l'application sera utilisée plus tard et des exigences de précision; malheureusement il n'est pas possible de donner une réponse générale à cette question sans en savoir davantage.",
};

function inLanguage(language: string) {
  return (subject: Subject) => {
    const words = foreign[language];
    const isAllowed = subject.case.expects.languages.includes(language);
    return isAllowed || words === undefined ? null : reworded(subject, words);
  };
}

/** What a good answer has to say taken out, and what it must not say put in. */
export const contentMutations: readonly Mutation[] = [
  { kind: "required fact removed", scorer: "facts", mutate: removeFact },
  { kind: "reason removed", scorer: "reasons", mutate: removeReason },
  { kind: "forbidden words added", scorer: "reasons", mutate: addForbiddenWords },
  { kind: "refusal made an answer", scorer: "refuses", mutate: removeRefusal },
  { kind: "asking back removed", scorer: "asks-back", mutate: removeAskingBack },
  { kind: "answered in German", scorer: "language", mutate: inLanguage("deu") },
  { kind: "answered in French", scorer: "language", mutate: inLanguage("fra") },
];
