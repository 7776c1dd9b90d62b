import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Outcome } from "./hold-out.ts";

/** One point of the plot: what was measured, and what was estimated without the point's group. */
export type Point = { quantity: string; measured: number; estimated: number };

/** The points of the quantities named, by their titles. */
export function toPoints(outcomes: readonly Outcome[], titles: ReadonlyMap<string, string>): Point[] {
  return outcomes.flatMap(({ quantity, own, estimated }) => {
    const title = titles.get(quantity);
    if (title === undefined || !estimated) return [];
    return [{ quantity: title, measured: own.measured, estimated: estimated.expected }];
  });
}

function toSpec(points: readonly Point[], unit: string): TopLevelSpec {
  const scale = { type: "log", nice: false } as const;
  const axis = (title: string) => ({ title: `${title}, ${unit}`, grid: true, gridOpacity: 0.4 });
  const values = points.flatMap(({ measured, estimated }) => [measured, estimated]);
  const ends = [Math.min(...values), Math.max(...values)].map((end) => ({ measured: end, estimated: end }));
  const x = { field: "measured", type: "quantitative", scale, axis: axis("measured") } as const;
  const y = { field: "estimated", type: "quantitative", scale, axis: axis("estimated, left out") } as const;
  return {
    width: 420,
    height: 420,
    background: "white",
    layer: [
      { data: { values: ends }, mark: { type: "line", color: "#999" }, encoding: { x, y } },
      {
        data: { values: [...points] },
        mark: { type: "point", filled: true, size: 28, opacity: 0.6 },
        encoding: {
          x,
          y,
          color: {
            field: "quantity",
            type: "nominal",
            legend: { title: null, orient: "bottom", columns: 1, labelLimit: 400 },
          },
        },
      },
    ],
  };
}

/** Measured against estimated on logarithmic axes as an SVG; on the line both agree. */
export async function drawPlot(points: readonly Point[], unit: string): Promise<string> {
  return await new View(parse(compile(toSpec(points, unit)).spec)).toSVG();
}
