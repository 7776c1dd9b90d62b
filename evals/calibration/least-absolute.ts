import { createRequire } from "node:module";
import type highs from "highs";

// The package types its CommonJS face only, so that is the one to load.
const loadHighs: typeof highs.default = createRequire(import.meta.url)("highs");

/** One observation: how much of each parameter went into a measured value, which is their sum. */
export type Observation = { amounts: ReadonlyMap<string, number>; measured: number };

/** Fits parameters of a linear formula; each stays at its bound or above it. */
export type FitLeastAbsolute = (
  observations: readonly Observation[],
  least: Readonly<Record<string, number>>,
) => Record<string, number>;

/** Scales a parameter so that the solver sees numbers near one, whatever its unit. */
function scalesOf(observations: readonly Observation[], names: readonly string[]): Map<string, number> {
  const scale = (name: string) => {
    const shares = observations.flatMap(({ amounts, measured }) => (amounts.get(name) ?? 0) / measured || []);
    return shares.length === 0 ? 1 : shares.length / shares.reduce((sum, share) => sum + share, 0);
  };
  return new Map(names.map((name) => [name, scale(name)]));
}

/** The linear programme: minimise Σ |predicted ÷ measured − 1|; `p0` and so on are parameters, `u` and `v` the errors. */
function programme(
  observations: readonly Observation[],
  names: readonly string[],
  scales: ReadonlyMap<string, number>,
  least: Readonly<Record<string, number>>,
): string {
  const rows = observations.map(({ amounts, measured }, row) => {
    const terms = names.flatMap((name, column) => {
      const amount = amounts.get(name);
      return amount ? [`${(amount * (scales.get(name) ?? 1)) / measured} p${column}`] : [];
    });
    return ` c${row}: ${terms.join(" + ")} + u${row} - v${row} = 1`;
  });
  const errors = observations.map((_, row) => `u${row} + v${row}`).join(" + ");
  const bounds = names.map(
    (name, column) => ` p${column} >= ${(least[name] ?? 0) / (scales.get(name) ?? 1)}`,
  );
  return ["Minimize", ` error: ${errors}`, "Subject To", ...rows, "Bounds", ...bounds, "End"].join("\n");
}

/**
 * Opens the solver (HiGHS). Least absolute relative error is robust: a few wild measurements do not move
 * it, and a linear programme has one answer, the same on every machine.
 */
export async function openLeastAbsolute(): Promise<FitLeastAbsolute> {
  const solver = await loadHighs();
  return (observations, least) => {
    const names = Object.keys(least);
    const scales = scalesOf(observations, names);
    const { Columns } = solver.solve(programme(observations, names, scales, least));
    const value = (name: string, column: number) => {
      const solved = Columns[`p${column}`];
      return (solved && "Primal" in solved ? solved.Primal : 0) * (scales.get(name) ?? 1);
    };
    return Object.fromEntries(names.map((name, column) => [name, value(name, column)]));
  };
}
