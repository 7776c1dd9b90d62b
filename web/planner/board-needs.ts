import type { DecisionQuestion } from "../../tools/decision/question.ts";
import type { Catalog } from "./catalog.ts";
import { isLanguage } from "./kinds.ts";
import type { Plan } from "./plan.ts";

/** What a plan asks of a board, as far as the decision rules ask for it. */
export function needsOf({ loads }: Plan, { models }: Catalog): DecisionQuestion {
  const placed = loads.flatMap(({ model, settings }) => {
    const record = models.find(({ id }) => id === model);
    return record ? [{ ...record, streams: settings.streams ?? 1 }] : [];
  });
  const languages = placed.filter(({ kind }) => isLanguage(kind));
  const cameras = placed.filter(({ kind }) => kind === "detector" || kind === "stream");
  const streams = cameras.reduce((sum, camera) => sum + camera.streams, 0);
  const [largest] = languages.toSorted((a, b) => (b.parametersBillions ?? 0) - (a.parametersBillions ?? 0));
  const { kind, parametersBillions } = largest ?? {};
  return {
    ...(parametersBillions && { largestModelBillions: Number(parametersBillions.toPrecision(3)) }),
    ...(kind === "llm" || kind === "vlm" || kind === "vla"
      ? { modelKind: kind }
      : cameras.length > 0 && { modelKind: "detector" as const }),
    ...(streams > 0 && { streams }),
    ...(languages.length > 1 && { concurrentModels: languages.length }),
  };
}
