import type { Reading } from "./reading.ts";

const project =
  /\b(?:this|that|the|my|our|your|an?)\s+(?:[\w-]+\s+){0,2}(?:project|robot|rover|drone|quadruped|arm|stack|package|repo|repository|pipeline|app|application|demo|readme|code|codebase|engine|system|setup|node|nodes|container|library|sdk|framework|plugin|firmware|workspace)\b/i;
const wanted =
  /\b(?:which|what|need|needs|needed|require[sd]?|enough|support|supports|supported|runs?|work|works|suit|right|good|recommend\w*|choose|buy|sufficient|able)\b/i;

/** Said of a job that decides the board without a model. */
function describesJob(reading: Reading): boolean {
  const { models, modelKind, streams, requestsPerDay, dollars, watts, battery, isolation } = reading;
  const { application, quantizations, contextTokens, passiveCooling } = reading;
  const said = [modelKind, streams, requestsPerDay, dollars, watts, contextTokens];
  return (
    models.length > 0 ||
    quantizations.length > 0 ||
    battery ||
    isolation ||
    passiveCooling ||
    (application !== undefined && application !== "robotics") ||
    said.some((slot) => slot !== undefined)
  );
}

/** True where a board is to be judged for a project of which nothing is said: what runs there has to be asked. */
export function needsWorkload(question: string, reading: Reading): boolean {
  if (describesJob(reading)) return false;
  const isAboutBoard = reading.board || reading.boards.length > 0;
  return isAboutBoard && project.test(question) && wanted.test(question);
}

/** The question that goes back, and what the answer hangs on. */
export const askBackLines = [
  "**That hangs on what runs there, which the question does not say.**",
  "Please tell which models and programs they are:",
  [
    "- the models: their names, or their sizes in parameters, and the format or engine;",
    "- the cameras: how many, at which resolution and rate, and the detector that looks at them;",
    "- what else stays in memory: ROS nodes, mapping, a desktop;",
    "- how fast it has to be, and the power there is.",
  ].join("\n"),
  "Memory decides whether it runs at all; bandwidth decides how fast a language model talks, and the GPU how many frames a detector sees. Software that is not on record can be measured: the peak of RAM in `tegrastats` while it runs, less that of the idle board.",
];
