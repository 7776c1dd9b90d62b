import { type Block, unique } from "./block.ts";
import type { Results } from "./results.ts";

/** Lines shown with an answer; the tools' results have all. */
const shown = { assumptions: 12, sources: 8 } as const;

/** What was filled in to get the answer; nothing where nothing could be judged. */
export function assumptionBlock({ fits, speeds, costs, decisions }: Results): Block {
  const judged = fits.length === 0 || fits.some(({ verdict }) => verdict !== "unsupported");
  const all = judged
    ? unique(
        [...fits, ...speeds, ...costs, ...(fits.length === 0 ? decisions : [])].flatMap(
          (result) => result.assumptions,
        ),
      )
    : [];
  return { heading: "Assumed", lines: all.slice(0, shown.assumptions).map((text) => `- ${text}`) };
}

/** Who stands behind the records and measurements of the answer. */
export function sourceBlock({ fits, speeds, costs, decisions, lookUps }: Results): Block {
  const all = [...fits, ...speeds, ...costs, ...decisions, ...lookUps].flatMap(({ sources }) => sources);
  const titles = unique(all.map(({ title, date }) => (date ? `${title} (${date})` : title)));
  const more = titles.length > shown.sources ? ["- and others, all in the tools' results"] : [];
  return {
    heading: "Records and measurements from",
    lines: [...titles.slice(0, shown.sources).map((title) => `- ${title}`), ...more],
  };
}
