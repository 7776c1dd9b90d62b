import type { Entry } from "../../knowledge/load.ts";
import type { Device } from "../../knowledge/schema.ts";
import { formatDollars } from "../../knowledge/units.ts";
import { newestPrice } from "../placement/newest-price.ts";
import type { Caveat, Situation } from "./caveat.ts";
import type { Candidate } from "./choice.ts";
import { thorObstacle } from "./question.ts";

type Wording = (entry: Entry<Device>, situation: Situation) => string;

/** A board whose kit is too dear may still be affordable as a module, which needs a carrier. */
function bareModule({ id, value }: Entry<Device>, { question, quotes }: Situation): string {
  const modules = value.prices.filter(({ kind }) => kind === "module");
  const price = newestPrice({ prices: modules })?.value ?? Number.POSITIVE_INFINITY;
  const isAffordable = price <= (question.budgetUsd ?? 0);
  return isAffordable ? `; its bare module, without carrier, is ${quotes.modulePrice(id)}` : "";
}

const wordings: Record<Candidate["objections"][number], Wording> = {
  power: (_, { question }) => thorObstacle(question) ?? "power excludes it",
  streams: ({ id }, { quotes }) => `its video decoder takes ${quotes.decodeStreams(id) ?? "fewer"} streams`,
  memory: () => "the model does not fit its memory by the rule of thumb",
  "no-price": () => "no price of it is on record",
  budget: (entry, situation) => `it costs ${situation.quotes.price(entry.id)}${bareModule(entry, situation)}`,
};

function toSentence({ entry, objections }: Candidate, situation: Situation): string {
  const reasons = objections.map((objection) => wordings[objection](entry, situation));
  return `${entry.value.name} is passed over: ${reasons.join("; ")}.`;
}

function cheapestSuitable({ choice, quotes }: Situation): string | undefined {
  const suitable = [choice.chosen.entry, ...choice.others.map(({ entry }) => entry)];
  const [cheapest] = suitable
    .flatMap(({ id, value }) => {
      const price = newestPrice(value);
      return price ? [{ id, name: value.name, price: price.value }] : [];
    })
    .toSorted((a, b) => a.price - b.price);
  return cheapest && `${cheapest.name} at ${quotes.price(cheapest.id)}`;
}

/** Why the board differs from what the rule advises, and when money allows none. */
export const choiceCaveats: readonly Caveat[] = [
  {
    id: "passed-over",
    when: ({ choice }) => choice.passedOver.length > 0,
    say: (situation) => {
      const passed = situation.choice.passedOver.map((candidate) => toSentence(candidate, situation));
      return `${passed.join(" ")} ${situation.choice.chosen.entry.value.name} is the next that suits.`;
    },
    sources: [],
  },
  {
    id: "nothing-affordable",
    when: ({ choice }) =>
      choice.chosen.objections.some((objection) => objection === "budget" || objection === "no-price"),
    say: (situation) => {
      const budget = formatDollars(situation.question.budgetUsd ?? 0);
      const cheapest = cheapestSuitable(situation);
      const module = bareModule(situation.choice.chosen.entry, situation);
      return `Nothing on record that suits is within ${budget}${cheapest ? `: the cheapest is ${cheapest}` : ""}${module}.`;
    },
    sources: [],
  },
];
