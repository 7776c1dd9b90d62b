import type { OperatingSystem } from "../memory/ledger.ts";
import type { Placed } from "../placement/workload.ts";
import { defaultPromptTokens } from "../throughput/assumed.ts";
import { leadingModel } from "./configuration.ts";
import type { Terms } from "./entry.ts";
import type { RankBy } from "./ranking.ts";
import type { Requirements } from "./requirements.ts";

/** What every sweep is asked beside its workloads and boards. */
export type Wishes = Requirements & {
  os?: OperatingSystem | undefined;
  rankBy?: RankBy | undefined;
  promptTokens?: number | undefined;
};

/** What counts where nobody says. */
export const defaultRanking: RankBy = "cheapest";

/** What every configuration of a sweep is held against. */
export function termsOf(wishes: Wishes, workloads: readonly Placed[]): Terms {
  const { os = "desktop", promptTokens = defaultPromptTokens } = wishes;
  return { setting: { os, promptTokens, leading: leadingModel(workloads) }, wanted: wishes };
}

/** True for who limits the power or wants the coolest board. */
export function asksForPower({ powerBudgetWatts, rankBy }: Wishes): boolean {
  return powerBudgetWatts !== undefined || rankBy === "coolest";
}

/** What was filled in of the terms, in words. */
export function assumedTerms(wishes: Wishes, workloads: readonly Placed[], { setting }: Terms): string[] {
  const leading = setting.leading === undefined ? undefined : workloads[setting.leading];
  const asksForSpeed = wishes.minimumTokensPerSecond !== undefined || wishes.rankBy === "fastest";
  return [
    ...(wishes.rankBy ? [] : ["ranked by price, cheapest first"]),
    ...(wishes.os ? [] : ["desktop running"]),
    ...(leading && workloads.length > 1
      ? [`speed is that of ${leading.subject.name} beside the others`]
      : []),
    ...(!leading && asksForSpeed ? ["no language model among the workloads, so no speed is asked"] : []),
    ...(wishes.promptTokens === undefined && leading ? [`${setting.promptTokens} prompt tokens`] : []),
  ];
}
