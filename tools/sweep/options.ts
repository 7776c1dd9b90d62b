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

/** One sweep is answered at once, so its size is limited. */
export const mostConfigurations = 200_000;

/** Every setting to try for one language model, each a complete input. */
export function settingsOf(
  workload: WorkloadInput,
  { language }: Placed,
  lists: OptionLists,
  isNarrow: boolean,
  knowledge: Knowledge,
): WorkloadInput[] {
  if (!language) return [workload];
  const only = <T>(stated: T | undefined) => (stated === undefined ? undefined : [stated]);
  const runtimes = only(workload.runtime) ?? lists.runtimes ?? defaultRuntimes(language, isNarrow, knowledge);
  const contexts =
    only(workload.contextTokens) ??
    lists.contexts ??
    usualContexts(language, lists.minimumContextTokens, isNarrow);
  return runtimes.flatMap((name) => {
    const runtime = knowledge.runtimes.get(name).entry;
    const formats =
      only(workload.quantization) ??
      lists.quantizations ??
      usualFormats(language, runtime.value, isNarrow, knowledge);
    const cacheTypes =
      only(workload.kvCacheType) ?? lists.kvCacheTypes ?? usualCacheTypes(runtime.id, isNarrow, knowledge);
    return formats.flatMap((quantization) =>
      contexts.flatMap((contextTokens) =>
        cacheTypes.map((kvCacheType) => ({
          ...workload,
          runtime: runtime.id,
          quantization,
          contextTokens,
          kvCacheType,
        })),
      ),
    );
  });
}

/** How many configurations a sweep has; more than can be answered is refused with what to narrow. */
export function countConfigurations(boards: number, settings: readonly (readonly WorkloadInput[])[]): number {
  const count = settings.reduce((product, { length }) => product * length, boards);
  if (count <= mostConfigurations) return count;
  const factors = [`${boards} boards and modes`, ...settings.map(({ length }) => `${length} settings`)];
  throw new AppError(
    "invalid-input",
    `Cannot plan this at once: ${factors.join(" × ")} are ${formatCount(count)} configurations, more than ${formatCount(mostConfigurations)}. Name fewer devices, quantizations, contexts, runtimes or kvCacheTypes, state them in the workloads, or set powerModes to "highest".`,
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
