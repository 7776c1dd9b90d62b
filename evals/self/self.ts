import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Knowledge, openKnowledge } from "../../knowledge/knowledge.ts";
import type { Case } from "../case.ts";
import { createChance } from "../checker/random.ts";
import { loadCases } from "../load-cases.ts";
import type { Subject } from "../scorers/scorer.ts";
import { askPersonality } from "./ask-personality.ts";
import { mutations } from "./mutations.ts";
import { createPersonalities } from "./personalities.ts";
import { type Behaved, formatReport, formatTables, missedBars, type SelfReport } from "./report.ts";
import { rightAnswers } from "./right-answers.ts";
import { tryMutants } from "./try-mutants.ts";

/** Fixed, so that a run repeats. */
const seed = 20261128;

/** How much of everything is tried. */
export type Part = { cases: number; mutants: number; asked: number };
const whole: Part = { cases: 120, mutants: 30, asked: 12 };

/** What few cases ask for: each of these faults needs some to be made of. */
const rare: readonly ((asked: Case) => boolean)[] = [
  ({ expects }) => expects.refuses,
  ({ expects }) => expects.restrains,
  ({ expects }) => expects.asks.length > 0,
  ({ expects }) => expects.forbids.length > 0,
  ({ expects }) => expects.avoids.length > 0,
];

/**
 * So many cases drawn from all, up to a tenth of them of each rare kind; paraphrases and planted passages say nothing
 * new here.
 */
function draw(cases: readonly Case[], most: number): Case[] {
  const chance = createChance(seed);
  const drawn: Case[] = [];
  const take = (from: readonly Case[], count: number) => {
    const left = from.filter((each) => !drawn.includes(each));
    for (let taken = 0; taken < count && left.length > 0; taken++)
      drawn.push(...left.splice(chance.below(left.length), 1));
  };
  const plain = cases.filter(({ tags, planted }) => !tags.includes("paraphrase") && planted.length === 0);
  for (const isRare of rare) take(plain.filter(isRare), Math.floor(most / 10));
  take(plain, most - drawn.length);
  return drawn;
}

/** Every personality in every manner, one after the other: they would only take each other's time. */
async function behave(subjects: readonly Subject[], knowledge: Knowledge): Promise<Behaved[]> {
  const behaved: Behaved[] = [];
  for (const [personality, brain] of Object.entries(createPersonalities(knowledge)))
    for (const mode of ["guided", "free"] as const)
      for (const isChecked of [true, false]) {
        const asked = await askPersonality(brain, subjects, { mode, isChecked }, knowledge);
        behaved.push({ personality, mode, isChecked, asked });
      }
  return behaved;
}

/** Tries the scorers on faults, and the agent on personalities. */
export async function doubtEvals(
  cases: readonly Case[],
  knowledge: Knowledge,
  part: Part = whole,
): Promise<SelfReport> {
  const subjects = await rightAnswers(draw(cases, part.cases), knowledge);
  const tallies = [];
  for (const mutation of mutations)
    tallies.push(await tryMutants(mutation, subjects, { seed, most: part.mutants }));
  const judged = subjects.filter(({ evidence }) => evidence.verdicts.length > 0);
  const behaved = await behave(judged.slice(0, part.asked), knowledge);
  return { cases: subjects.length, tallies, behaved };
}

if (import.meta.main) {
  const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-eval-self"));
  const report = await doubtEvals(loadCases(knowledge), knowledge);
  writeFileSync(join(import.meta.dirname, "report.md"), formatReport(report));
  const missed = missedBars(report);
  process.stdout.write(
    `${formatTables(report)}\n\n${missed.length === 0 ? "All bars are reached." : missed.join("\n")}\n`,
  );
  process.exitCode = missed.length === 0 ? 0 : 1;
}
