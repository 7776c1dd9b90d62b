import type { IndexState } from "../../knowledge/ingest.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { isSameMode } from "../../tools/placement/board.ts";
import { BUILT_IN } from "../backends/built-in.ts";
import type { ServerReport } from "../backends/server-report.ts";
import { type Identity, identifyBoard } from "../machine/identify-board.ts";
import type { Machine } from "../machine/machine.ts";
import { checkBoard, checkMemory, checkPowerMode, checkRelease } from "./board-checks.ts";
import type { Check } from "./check.ts";
import { checkContext, checkContextCost } from "./context-checks.ts";
import { checkGpu, checkModel, checkTools, servedModel } from "./model-checks.ts";
import type { Needs } from "./needs.ts";
import { checkOllamaSettings } from "./ollama-settings.ts";
import { checkIndex, checkNode, checkRecords } from "./program-checks.ts";
import { readWorkloads } from "./read-workloads.ts";
import { type BoardSetting, type Recommendation, recommendModel } from "./recommend-model.ts";
import { checkRecommendation } from "./recommendation-check.ts";
import { checkServer, checkServerVersion } from "./server-checks.ts";

/** What a user asks of the doctor. */
export type Wishes = { endpoint?: string; model?: string; device?: string; beside: readonly string[] };

/** The outside world, as values. */
export type Surroundings = {
  machine: Machine;
  server: ServerReport | undefined;
  nodeVersion: string;
  index: IndexState;
  needs: Needs;
};

/** Everything that was looked at; `ready` is false where one of the checks is a problem. */
export type DoctorReport = {
  checks: Check[];
  server: ServerReport | null;
  machine: Machine & { device: string | null };
  recommendation: Recommendation | null;
  ready: boolean;
};

/** How this very board is run; a board that is only named is run as every tool assumes. */
function settingOf({ power, os, release }: Machine, device: string, knowledge: Knowledge): BoardSetting {
  const { powerModes } = knowledge.devices.get(device).entry.value;
  const running = power?.current?.name;
  const mode = powerModes.find(({ name }) => running !== undefined && isSameMode(name, running));
  const isOnRecord = release !== undefined && knowledge.releases.find(release) !== undefined;
  return {
    ...(mode && { powerMode: mode.name }),
    ...(os && { os }),
    ...(isOnRecord && { l4t: release }),
  };
}

const runtimes = {
  ollama: "ollama",
  vllm: "vllm",
  "llama-server": "llama-cpp",
  "openai-compatible": "llama-cpp",
};

function recommend(
  { device, beside }: Wishes,
  { machine, server }: Surroundings,
  own: string | undefined,
  knowledge: Knowledge,
): Recommendation | null {
  const workloads = readWorkloads(beside, knowledge);
  const chosen = device === undefined ? own : knowledge.devices.get(device).entry.id;
  if (chosen === undefined) return null;
  const setting = chosen === own ? settingOf(machine, chosen, knowledge) : {};
  const runtime = server ? runtimes[server.kind] : "ollama";
  return recommendModel(chosen, workloads, knowledge, { ...setting, runtime });
}

function serverChecks(
  { endpoint, model: wanted }: Wishes,
  { server, machine, needs }: Surroundings,
  device: string | undefined,
  recommended: string | undefined,
  knowledge: Knowledge,
): Check[] {
  if (!server || wanted === BUILT_IN) return [checkServer(server, endpoint, wanted === BUILT_IN)];
  const memory = machine.memory?.totalBytes;
  const model = servedModel(server, wanted);
  const ofModel = model
    ? [
        checkTools(server, model, recommended),
        checkContext(server, model, needs, memory),
        ...checkContextCost(server, model, device, memory, knowledge),
        ...checkGpu(server, model),
      ]
    : [];
  return [
    checkServer(server, endpoint),
    ...checkServerVersion(server),
    checkModel(server, model, wanted, recommended),
    ...ofModel,
    ...(server.kind === "ollama" ? checkOllamaSettings(machine) : []),
  ];
}

function boardChecks(identity: Identity, machine: Machine, knowledge: Knowledge): Check[] {
  return [
    checkBoard(identity, machine),
    ...checkRelease(machine, identity, knowledge),
    checkMemory(machine),
    ...checkPowerMode(machine, identity),
  ];
}

/** Looks at server, board and program. Throws where a name of the user's wishes is unknown or ambiguous. */
export async function examine(
  wishes: Wishes,
  surroundings: Surroundings,
  knowledge: Knowledge,
): Promise<DoctorReport> {
  const { machine, server, nodeVersion, index } = surroundings;
  const records = checkRecords(knowledge);
  const program = [checkNode(nodeVersion), await checkIndex(index, knowledge), records];
  // Without its records nothing else can be told.
  if (records.state === "problem")
    return {
      checks: program,
      server: server ?? null,
      machine: { ...machine, device: null },
      recommendation: null,
      ready: false,
    };
  const identity = identifyBoard(machine, knowledge.devices);
  const own = identity.kind === "known" ? identity.device.id : undefined;
  const recommendation = recommend(wishes, surroundings, own, knowledge);
  const checks = [
    ...serverChecks(wishes, surroundings, own, recommendation?.best?.ollamaName, knowledge),
    ...boardChecks(identity, machine, knowledge),
    ...program,
    ...(recommendation ? [checkRecommendation(recommendation)] : []),
  ];
  const ready = checks.every(({ state }) => state !== "problem");
  return {
    checks,
    server: server ?? null,
    machine: { ...machine, device: own ?? null },
    recommendation,
    ready,
  };
}
