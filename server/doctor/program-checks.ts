import { AppError } from "../../knowledge/errors.ts";
import type { IndexState } from "../../knowledge/ingest.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { formatCount } from "../../knowledge/units.ts";
import type { Check } from "./check.ts";
import { compareVersions } from "./server-checks.ts";
import { ADVISOR, checkOf } from "./words.ts";

const nodeCheck = checkOf("node", "Node");
const indexCheck = checkOf("index", "Search index");
const recordsCheck = checkOf("records", "Records");

/** The oldest Node that still gets fixes. */
const LEAST_NODE = "22.0.0";

/** Whether this Node still gets fixes. */
export function checkNode(version: string): Check {
  if (compareVersions(version, LEAST_NODE) >= 0) return nodeCheck("ok", `Node ${version}.`);
  return nodeCheck("problem", `Node ${version} gets no fixes any more; 22 or newer is needed.`, "npm ci");
}

/** Whether the documents can be searched: an index that is there is asked once, since LanceDB may not load. */
export async function checkIndex(state: IndexState, knowledge: Knowledge): Promise<Check> {
  const build = `${ADVISOR} search Jetson`;
  const { documents, passages } = state;
  const size = `${formatCount(passages)} passages of ${documents} documents`;
  if (state.state === "missing")
    return indexCheck("information", `Not built yet for ${size}: the first question builds it.`, build);
  if (state.state === "damaged")
    return indexCheck("warning", `Damaged: the next question builds it again from ${size}.`, build);
  try {
    await knowledge.search("Jetson", { limit: 1 });
    return indexCheck("ok", `${size}, a full-text index of LanceDB (${state.generation}).`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return indexCheck("problem", error.message, "npm ci");
  }
}

/** Whether every record of the catalogues can be used. */
export function checkRecords(knowledge: Knowledge): Check {
  try {
    const { devices, models, quantizations, runtimes, releases, cacheTypes } = knowledge;
    const others = [quantizations, runtimes, releases, cacheTypes].map(({ entries }) => entries.length);
    const count = others.reduce((sum, length) => sum + length, 0);
    return recordsCheck(
      "ok",
      `${devices.entries.length} boards, ${models.entries.length} models and workloads and ${count} other records are valid.`,
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return recordsCheck("problem", error.message, "git status knowledge");
  }
}
