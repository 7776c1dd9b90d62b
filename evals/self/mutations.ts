import { benignMutations } from "./benign.ts";
import { callMutations } from "./mutate-calls.ts";
import { citationMutations } from "./mutate-citations.ts";
import { contentMutations } from "./mutate-contents.ts";
import { costMutations } from "./mutate-costs.ts";
import { numberMutations } from "./mutate-numbers.ts";
import { verdictMutations } from "./mutate-verdicts.ts";
import type { Mutation } from "./mutation.ts";

/** Every single fault that an answer is given, and last what changes no meaning. */
export const mutations: readonly Mutation[] = [
  ...verdictMutations,
  ...numberMutations,
  ...contentMutations,
  ...callMutations,
  ...citationMutations,
  ...costMutations,
  ...benignMutations,
];
