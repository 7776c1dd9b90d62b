import { type Block, unique } from "./block.ts";
import { asksPower } from "./compose-power.ts";
import type { Results } from "./results.ts";

/** Lines shown with an answer; the tools' results have all. */
const shown = { assumptions: 12, sources: 8 } as const;

/** What only bears on watts and energy, which an answer shows where they are asked. */
const ofEnergy = /^energy:/;

/** What was filled in to get the answer; nothing where nothing could be judged. */
export function assumptionBlock(
  question: string,
  { fits, speeds, costs, decisions, ...sweeps }: Results,
): Block {
  const { comparisons, systemPlans, claims, findings, streams } = sweeps;
  const judged = fits.length === 0 || fits.some(({ verdict }) => verdict !== "unsupported");
  const all = judged
    ? unique(
        [
          ...claims,
          ...findings,
          ...streams,
          ...comparisons,
          ...systemPlans,
          ...fits,
          ...speeds,
          ...costs,
          ...(fits.length + streams.length === 0 ? decisions : []),
        ].flatMap((result) => result.assumptions),
      )
    : [];
  const told = costs.length > 0 || asksPower(question) ? all : all.filter((text) => !ofEnergy.test(text));
  return { heading: "Assumed", lines: told.slice(0, shown.assumptions).map((text) => `- ${text}`) };
}

/** Who stands behind the records and measurements of the answer. */
export function sourceBlock({ fits, speeds, costs, decisions, lookUps, ...sweeps }: Results): Block {
  const { comparisons, systemPlans, claims, findings, streams } = sweeps;
  const judged = [...claims, ...findings, ...streams, ...comparisons, ...systemPlans];
  const results = [...judged, ...fits, ...speeds, ...costs, ...decisions, ...lookUps];
  const all = results.flatMap(({ sources }) => sources);
  const titles = unique(all.map(({ title, date }) => (date ? `${title} (${date})` : title)));
  const more = titles.length > shown.sources ? ["- and others, all in the tools' results"] : [];
  return {
    heading: "Records and measurements from",
    lines: [...titles.slice(0, shown.sources).map((title) => `- ${title}`), ...more],
  };
}
