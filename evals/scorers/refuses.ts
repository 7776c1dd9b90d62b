import { judgeBy } from "./judge-by.ts";
import { ownAmounts } from "./own-amounts.ts";
import type { Scorer, Subject } from "./scorer.ts";

/** Words by which an answer says that a question is not for this program. */
const refusal =
  /\b(?:only|just)\s+(?:answers?|helps?|sizes?|speaks?|covers?|deals?|know)\b|\bthis advisor (?:sizes|is for|answers)\b|\b(?:cannot|can't|can not|do not|don't|unable to|not able to)\s+(?:\w+\s+)?(?:help|answer|say|advise|know|speak)\b|\bout(?:side)? (?:of )?(?:my |its |the |this )?(?:\w+'s )?scope\b|\bnot (?:about|a question|something)\b|\bnothing in (?:its|my|the) (?:records|documents)\b|\bis not on record\b|\bkann ich nicht\b|\bje ne peux pas\b|\bno puedo\b|无法回答|お答えできません/iu;

/** Questions to start from are no claims. */
const quoted = /["“][^"”\n]*["”]/g;

/** Everything the answer claims; a question that is not ours is answered with none of it. */
function claimed(subject: Subject): string[] {
  const { answer, checked, names } = subject;
  const asked = subject.case.turns.join("\n");
  const amounts = ownAmounts(answer.answer.replace(quoted, "…"), names).filter(
    ({ text }) => !asked.includes(text),
  );
  const verdicts = [...checked.verified, ...checked.unverified].filter(({ kind }) => kind === "verdict");
  return [
    ...amounts.map(({ text }) => `It states “${text}” all the same.`),
    ...verdicts.map(({ text }) => `It says “${text}” all the same.`),
    ...(answer.verdict === null ? [] : [`It gives the verdict ${answer.verdict}.`]),
    ...answer.verdicts.map(({ device }) => `It gives a verdict on ${device}.`),
  ];
}

/** What is none of this program's business is turned away, and nothing is claimed. */
export const refusesScorer: Scorer = {
  name: "refuses",
  about: "Turns away what is none of its business, and claims nothing.",
  score(subject) {
    if (!subject.case.expects.refuses) return undefined;
    const isSaid = refusal.test(subject.answer.answer);
    return judgeBy([...(isSaid ? [] : ["It does not say that this is not for it."]), ...claimed(subject)]);
  },
};
