import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { formatCount } from "../../knowledge/units.ts";
import type { Placed, WorkloadInput } from "../placement/workload.ts";
import { defaultRuntimes, usualCacheTypes, usualContexts, usualFormats } from "./usual-options.ts";

/** The lists a user names; each is tried for every language model that leaves the setting open. */
export type OptionLists = {
  quantizations?: readonly string[] | undefined;
  contexts?: readonly number[] | undefined;
  runtimes?: readonly string[] | undefined;
  kvCacheTypes?: readonly string[] | undefined;
  minimumContextTokens?: number | undefined;
};

/** One sweep is answered at once, and nobody else meanwhile, so the workloads it places are limited. */
export const mostPlacements = 40_000;

/** What is tried of one language model with one engine. */
type EngineChoices = {
  runtime: string;
  formats: readonly string[];
  contexts: readonly number[];
  cacheTypes: readonly string[];
};

/** What is tried of one workload, not yet multiplied out; `engines` is null where nothing is varied. */
export type Choices = { workload: WorkloadInput; engines: readonly EngineChoices[] | null };

/** What to try for one workload: what it states, else what the user lists, else what is usual. */
export function choicesOf(
  workload: WorkloadInput,
  { language }: Placed,
  lists: OptionLists,
  isNarrow: boolean,
  knowledge: Knowledge,
): Choices {
  if (!language) return { workload, engines: null };
  const only = <T>(stated: T | undefined) => (stated === undefined ? undefined : [stated]);
  const runtimes = only(workload.runtime) ?? lists.runtimes ?? defaultRuntimes(language, isNarrow, knowledge);
  const contexts =
    only(workload.contextTokens) ??
    lists.contexts ??
    usualContexts(language, lists.minimumContextTokens, isNarrow);
  const engines = runtimes.map((name) => {
    const { id, value } = knowledge.runtimes.get(name).entry;
    const formats =
      only(workload.quantization) ??
      lists.quantizations ??
      usualFormats(language, value, isNarrow, knowledge);
    const cacheTypes =
      only(workload.kvCacheType) ?? lists.kvCacheTypes ?? usualCacheTypes(id, isNarrow, knowledge);
    return { runtime: id, formats, contexts, cacheTypes };
  });
  return { workload, engines };
}

/** Every setting to try for one workload, each a complete input. */
export function settingsOf({ workload, engines }: Choices): WorkloadInput[] {
  if (!engines) return [workload];
  return engines.flatMap(({ runtime, formats, contexts, cacheTypes }) =>
    formats.flatMap((quantization) =>
      contexts.flatMap((contextTokens) =>
        cacheTypes.map((kvCacheType) => ({ ...workload, runtime, quantization, contextTokens, kvCacheType })),
      ),
    ),
  );
}

function countSettings({ engines }: Choices): number {
  if (!engines) return 1;
  return engines.reduce(
    (sum, { formats, contexts, cacheTypes }) => sum + formats.length * contexts.length * cacheTypes.length,
    0,
  );
}

/** How many configurations a sweep has; more than can be answered is refused, unmade, with what to narrow. */
export function countConfigurations(boards: number, choices: readonly Choices[]): number {
  const counts = choices.map(countSettings);
  const count = counts.reduce((product, each) => product * each, boards);
  const most = Math.floor(mostPlacements / Math.max(1, choices.length));
  if (count <= most) return count;
  const factors = [`${boards} boards and modes`, ...counts.map((each) => `${each} settings`)];
  throw new AppError(
    "invalid-input",
    `Cannot plan this at once: ${factors.join(" × ")} are ${formatCount(count)} configurations, more than ${formatCount(most)}. Name fewer devices, quantizations, contexts, runtimes or kvCacheTypes, state them in the workloads, or set powerModes to "highest".`,
  );
}

/** Every choice of one from each list, the last list turning fastest. */
export function* combinations<T>(lists: readonly (readonly T[])[]): Generator<T[]> {
  const [first, ...rest] = lists;
  if (!first) {
    yield [];
    return;
  }
  for (const choice of first) for (const others of combinations(rest)) yield [choice, ...others];
}
