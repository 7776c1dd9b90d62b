import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { L4tRelease } from "../../knowledge/operation-schema.ts";
import type { Board } from "./board.ts";

/** The release of Jetson Linux on a board: known, in doubt between some, or not stated. */
export type InstalledRelease = {
  /** What to state it with again; undefined where it was not stated. */
  reference: string | undefined;
  release: { id: string; value: L4tRelease } | null;
  assumptions: string[];
};

/** "# R36 (release), REVISION: 4.7" as /etc/nv_tegra_release has it, "JP 6.2.1", or a plain number. */
function comparable(text: string): string {
  const file = /R(\d+) \(release\), REVISION: ([\d.]+)/.exec(text);
  if (file) return `${file[1]}.${file[2]}`;
  return text.trim().replace(/^(?:jetpack|jp)\s*/i, "JetPack ");
}

function joined(names: readonly string[]): string {
  return names.join(" or ");
}

/** Finds the release by its number or its JetPack; a JetPack of several releases stays in doubt, in words. */
export function toRelease(stated: string | undefined, board: Board, knowledge: Knowledge): InstalledRelease {
  if (stated === undefined) return { reference: undefined, release: null, assumptions: [] };
  const name = comparable(stated);
  const several = knowledge.releases.find(name) ? [] : knowledge.releases.findFamily(name);
  if (several.length > 1) {
    const bad = several.filter(({ value }) => value.refusesBigAllocations).map(({ value }) => value.name);
    const doubt = `${name} is ${joined(several.map(({ value }) => value.name))}`;
    const why = bad.length > 0 ? `, of which ${joined(bad)} refuses big CUDA allocations` : "";
    return {
      reference: name,
      release: null,
      assumptions: [`${doubt}${why}: /etc/nv_tegra_release tells which`],
    };
  }
  const { id, value } = knowledge.releases.get(name).entry;
  const { computeCapability } = board.record.gpu;
  if (computeCapability === undefined || value.computeCapabilities.includes(computeCapability))
    return { reference: id, release: { id, value }, assumptions: [] };
  return {
    reference: id,
    release: null,
    assumptions: [`${value.name} does not run on ${board.name}, so it is left out of account`],
  };
}
