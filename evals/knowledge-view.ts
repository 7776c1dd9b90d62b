import { AppError } from "../knowledge/errors.ts";
import type { Assumption, Measurement } from "../knowledge/evidence-schema.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";

/** The same knowledge as if some runs had never been measured. */
export function hideMeasurements(knowledge: Knowledge, isHidden: (row: Measurement) => boolean): Knowledge {
  return replaceMeasurements(
    knowledge,
    knowledge.allMeasurements().filter((row) => !isHidden(row)),
  );
}

/** The same knowledge with other runs measured in place of those on record. */
export function replaceMeasurements(knowledge: Knowledge, rows: readonly Measurement[]): Knowledge {
  const byModel = Map.groupBy(rows, ({ model }) => model);
  return view(knowledge, {
    allMeasurements: () => rows,
    measurements: (modelId) => byModel.get(modelId) ?? [],
  });
}

/** The same knowledge with some constants set otherwise, as after another calibration. */
export function replaceAssumptions(
  knowledge: Knowledge,
  replacing: Readonly<Record<string, Assumption>>,
): Knowledge {
  const find = (id: string) => (Object.hasOwn(replacing, id) ? replacing[id] : knowledge.findAssumption(id));
  return view(knowledge, {
    findAssumption: find,
    assumption(id) {
      const found = find(id);
      if (found) return found;
      throw new AppError("invalid-record", `Cannot find the assumption "${id}".`);
    },
  });
}

/** Knowledge that answers some questions itself and leaves all others to what it stands before. */
function view(knowledge: Knowledge, own: Partial<Knowledge>): Knowledge {
  return Object.create(knowledge, Object.getOwnPropertyDescriptors(own));
}
