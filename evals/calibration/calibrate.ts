import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KNOWLEDGE_FOLDER, openKnowledge } from "../../knowledge/knowledge.ts";
import { calibrators } from "./calibrators.ts";
import { withFitted } from "./fitted-assumptions.ts";
import { openLeastAbsolute } from "./least-absolute.ts";
import { recalibrate } from "./recalibrate.ts";

const path = join(KNOWLEDGE_FOLDER, "assumptions.yaml");
const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-calibration"));
const fitted = recalibrate(knowledge, calibrators, await openLeastAbsolute());
writeFileSync(path, withFitted(readFileSync(path, "utf8"), fitted));
for (const [id, { value, range, sampleSize = 0 }] of Object.entries(fitted))
  process.stdout.write(
    `${id.padEnd(44)} ${String(value).padStart(10)}  ${range ? `${range[0]} to ${range[1]}` : ""}  n = ${sampleSize}\n`,
  );
