import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Evidence } from "../../server/check/evidence.ts";
import type { Names } from "../../server/check/names.ts";
import { mutations } from "./mutations.ts";
import { phrasings } from "./phrasings.ts";
import { isTrue, type Piece, placesOf, render } from "./pieces.ts";
import { type Chance, createChance } from "./random.ts";
import { createScenario, type Scenario } from "./scenario.ts";
import type { Style } from "./write-number.ts";
import { createWriter, NothingToSay, type Phrasing } from "./writer.ts";

/** A text with what is wrong in it; nothing where it is right. */
export type Case = {
  id: string;
  kind: string;
  isWrong: boolean;
  isHeldOut: boolean;
  text: string;
  evidence: Evidence;
  /** Where the wrong claims stand. */
  wrong: readonly { start: number; end: number }[];
};

const boardPairs: readonly (readonly [string, string])[] = [
  ["orin-nx-16gb", "orin-nx-8gb"],
  ["orin-nano-8gb", "orin-nx-16gb"],
  ["agx-orin-64gb", "agx-orin-32gb"],
  ["agx-orin-32gb", "orin-nano-8gb"],
  ["thor-t5000", "agx-orin-64gb"],
  ["orin-nx-8gb", "agx-orin-32gb"],
];
const modelPairs: readonly (readonly [string, string])[] = [
  ["llama-3.1-8b", "qwen3-14b"],
  ["qwen2.5-vl-7b", "gemma-3-4b"],
  ["qwen3-8b", "llama-3.3-70b"],
  ["phi-4-mini", "qwen2.5-14b"],
  ["mistral-7b", "qwen3-32b"],
  ["gemma-3-12b", "qwen3-1.7b"],
];

const styles: Readonly<Record<string, Partial<Style>>> = {
  "as shown": {},
  rounded: { coarser: 1 },
  converted: { unit: "other" },
  gibibytes: { unit: "binary" },
};

function write(
  phrasing: Phrasing,
  scenario: Scenario,
  style: Partial<Style>,
  chance: Chance,
): Piece[] | null {
  try {
    return phrasing.write(createWriter(scenario, phrasing.language, style, chance));
  } catch (error) {
    if (error instanceof NothingToSay) return null;
    throw error;
  }
}

function falsePlaces(pieces: readonly Piece[], scenario: Scenario) {
  return placesOf(pieces)
    .filter(({ piece }) => !isTrue(piece, scenario.truth))
    .map(({ start, end }) => ({ start, end }));
}

/** The right text of a phrasing and what can be made wrong of it. */
function casesOf(phrasing: Phrasing, scenario: Scenario, key: string, style: string, chance: Chance): Case[] {
  const pieces = write(phrasing, scenario, styles[style] ?? {}, chance);
  // A coarser rounding may make two boards look alike, or a number mean nothing: only true texts count as right.
  if (!pieces || falsePlaces(pieces, scenario).length > 0) return [];
  const about = { isHeldOut: phrasing.isHeldOut, evidence: scenario.evidence };
  const kind = phrasing.language === "en" ? style : `${style}, other languages`;
  const right: Case = {
    ...about,
    id: `${key}/${phrasing.id}/${style}`,
    kind,
    isWrong: false,
    text: render(pieces),
    wrong: [],
  };
  const made = mutations.flatMap(({ id, mutate }): Case[] => {
    const changed = mutate(pieces, scenario, phrasing.language, chance);
    const wrong = changed ? falsePlaces(changed, scenario) : [];
    if (!changed || wrong.length === 0) return [];
    return [
      {
        ...about,
        id: `${key}/${phrasing.id}/${style}/${id}`,
        kind: id,
        isWrong: true,
        text: render(changed),
        wrong,
      },
    ];
  });
  return [right, ...made];
}

/** Sentences made from facts, right and wrong, over pairs of boards and models. */
export async function phrasedCases(
  knowledge: Knowledge,
  names: Names,
  seed: number,
  scenarios = boardPairs.length,
): Promise<Case[]> {
  const chance = createChance(seed);
  const cases: Case[] = [];
  for (const [index, boards] of boardPairs.slice(0, scenarios).entries()) {
    const models = modelPairs[index % modelPairs.length] ?? ["llama-3.1-8b"];
    const scenario = await createScenario(boards, models, knowledge, names);
    for (const phrasing of phrasings)
      for (const style of Object.keys(styles))
        cases.push(...casesOf(phrasing, scenario, `${boards.join("+")}`, style, chance));
  }
  return cases;
}
