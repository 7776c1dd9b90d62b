import type { Chance } from "../checker/random.ts";
import type { Subject } from "../scorers/scorer.ts";
import { type Mutation, reworded } from "./mutation.ts";

const withUnit = /(?<![\w.,/#-])(?<digits>\d[\d,]*(?:\.\d+)?) (?<unit>GB|MB|tok\/s|USD|W)(?![\w/])/g;

/** Everything that is written somewhere: a changed number that stands there too might be right after all. */
function written({ answer, gold, made, case: { turns } }: Subject): string {
  return JSON.stringify([answer.answer, gold, made, turns]);
}

function otherDigit(digits: string, chance: Chance): string {
  const places = [...digits].flatMap((mark, at) => (/\d/.test(mark) ? [at] : []));
  const place = chance.pick(places);
  const digit = (Number(digits[place]) + 1 + chance.below(9)) % 10;
  return digits.slice(0, place) + (place === 0 && digit === 0 ? 1 : digit) + digits.slice(place + 1);
}

/** Puts another amount in the place of one of the text; null where that stands somewhere already. */
function changeAmount(
  subject: Subject,
  chance: Chance,
  isWanted: (unit: string, digits: string) => boolean,
  change: (digits: string, unit: string) => string,
) {
  const text = subject.answer.answer;
  const found = [...text.matchAll(withUnit)].filter(({ groups: { unit = "", digits = "" } = {} }) =>
    isWanted(unit, digits),
  );
  if (found.length === 0) return null;
  const { 0: whole, index, groups } = chance.pick(found);
  const made = change(groups?.digits ?? "", groups?.unit ?? "");
  if (made === whole || written(subject).includes(made)) return null;
  return reworded(subject, text.slice(0, index) + made + text.slice(index + whole.length));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Two boards exchanged throughout the text; only such whose memory it tells. */
function swapBoards(subject: Subject) {
  const { verdicts, answer: text } = subject.answer;
  const names = [...new Set(verdicts.map(({ device }) => device))]
    .map((id) => subject.names.nameOf(id).replace(/^Jetson /, ""))
    .filter((name) => text.includes(`${name} reports`));
  const [one, other] = names;
  if (one === undefined || other === undefined) return null;
  const either = new RegExp(`(?:${escaped(one)}|${escaped(other)})(?! Super)`, "g");
  return reworded(
    subject,
    text.replace(either, (name) => (name === one ? other : one)),
  );
}

/** Numbers and what they are said of, made wrong. */
export const numberMutations: readonly Mutation[] = [
  {
    kind: "number changed",
    scorer: "numbers",
    mutate: (subject, chance) =>
      changeAmount(
        subject,
        chance,
        () => true,
        (digits, unit) => `${otherDigit(digits, chance)} ${unit}`,
      ),
  },
  {
    kind: "GB made GiB",
    scorer: "numbers",
    mutate: (subject, chance) =>
      changeAmount(
        subject,
        chance,
        // At two digits 10 GiB may pass for the 11 GB of something else.
        (unit, digits) => unit === "GB" && digits.replace(/\D/g, "").length > 2,
        (digits) => `${digits} GiB`,
      ),
  },
  {
    kind: "unit changed a thousandfold",
    scorer: "numbers",
    mutate: (subject, chance) =>
      changeAmount(
        subject,
        chance,
        (unit) => unit === "GB" || unit === "MB",
        (digits, unit) => `${digits} ${unit === "GB" ? "MB" : "GB"}`,
      ),
  },
  { kind: "boards swapped", scorer: "numbers", mutate: swapBoards },
];
