import { z } from "zod";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { CheckedClaim } from "../../tools/check-claim.ts";
import type { Throughput } from "../../tools/estimate-throughput.ts";
import type { FoundMeasurements } from "../../tools/find-measurements.ts";
import type { FleetCost } from "../../tools/fleet/fleet-result.ts";
import type { LookUp } from "../../tools/look-up.ts";
import type { MemoryFitInput } from "../../tools/memory/plan.ts";
import { WorkloadInput } from "../../tools/placement/workload.ts";
import type { StreamCapacity } from "../../tools/stream-capacity.ts";
import type { Troubleshooting } from "../../tools/troubleshoot.ts";
import {
  toCamerasQuestion,
  toFleetQuestion,
  toFormatQuestion,
  toMeasuredQuestion,
} from "../built-in/phrase-asks.ts";
import { toQuestion } from "../built-in/phrase-plan.ts";
import { type FollowUp, shortName, suggest } from "./follow-up.ts";
import { priceOf, whatRunsOn } from "./follow-ups-choice.ts";
import { cheapestOf, measuredOf, speedOf } from "./follow-ups-fit.ts";
import { boardsByPrice, type OtherBoard, outermostBoards } from "./other-boards.ts";

const Workload = z.object(WorkloadInput.shape);

/** The plan that another tool's input is of, where it names a model and a board. */
function planOf(resolved: { device?: unknown; model?: unknown }): MemoryFitInput | undefined {
  const workload = Workload.safeParse(resolved).data;
  const { device } = resolved;
  return workload && typeof device === "string" ? { device, workloads: [workload] } : undefined;
}

function fitOf(plan: MemoryFitInput, knowledge: Knowledge): FollowUp[] {
  return suggest("fit", "Does it fit?", () => toQuestion(plan, knowledge));
}

/** Speeds without a verdict on memory. */
export function afterSpeed({ resolved }: Throughput, knowledge: Knowledge): FollowUp[] {
  const plan = planOf(resolved);
  if (!plan) return [];
  const beside = { ...plan, workloads: [...plan.workloads, ...(resolved.coTenants ?? [])] };
  return [
    ...fitOf(beside, knowledge),
    ...measuredOf(plan, knowledge),
    ...cheapestOf(plan.workloads, knowledge),
  ];
}

/** A figure that was doubted: what is to be expected, and who measured it. */
export function afterClaim({ resolved }: CheckedClaim, knowledge: Knowledge): FollowUp[] {
  const plan = planOf(resolved);
  const { device } = resolved;
  if (plan) return [...speedOf(plan, knowledge), ...measuredOf(plan, knowledge), ...fitOf(plan, knowledge)];
  if (typeof device !== "string") return [];
  return [...whatRunsOn(device, knowledge), ...priceOf(device, knowledge)];
}

/** Measured runs: what is to be expected on the board, or on the one of the nearest run. */
export function afterMeasurements(
  { resolved, measurements }: FoundMeasurements,
  knowledge: Knowledge,
): FollowUp[] {
  const device = resolved.device ?? measurements.find((run) => knowledge.devices.find(run.device))?.device;
  const plan = planOf({ device, model: resolved.model });
  if (!plan) return [];
  return [...speedOf(plan, knowledge), ...fitOf(plan, knowledge), ...cheapestOf(plan.workloads, knowledge)];
}

/** The cost of a fleet: that of the boards beside it in price, and the price of one. */
export function afterCost({ resolved }: FleetCost, knowledge: Knowledge): FollowUp[] {
  const { device, devices, years = 1 } = resolved;
  if (typeof device !== "string") return [];
  const { cheaper, dearer } = boardsByPrice(device, knowledge);
  const costs = ({ id, name }: OtherBoard) =>
    suggest("compare", `A fleet of ${shortName(name)}`, () => toFleetQuestion(id, devices, years, knowledge));
  return [
    ...(cheaper ? costs(cheaper) : []),
    ...(dearer ? costs(dearer) : []),
    ...priceOf(device, knowledge),
    ...whatRunsOn(device, knowledge),
  ];
}

/** The width in which most detectors run twice as fast. */
const quickFormat = "int8";

/** Cameras on a board: whether memory holds that many, and how many the next board takes. */
export function afterStreams({ resolved, streams }: StreamCapacity, knowledge: Knowledge): FollowUp[] {
  const { device, model, quantization, os, others = [] } = resolved;
  if (typeof device !== "string") return [];
  const count = Math.max(1, resolved.streams ?? streams ?? 1);
  const detector = model === undefined ? undefined : { model, ...(quantization && { quantization }) };
  const watched = { ...(detector ?? { model: "camera-stream" }), streams: count };
  const plan: MemoryFitInput = { device, ...(os && { os }), workloads: [watched, ...others] };
  const { dearer } = boardsByPrice(device, knowledge);
  return [
    ...suggest("fit", `Memory for ${count} streams`, () => toQuestion(plan, knowledge)),
    ...(dearer
      ? suggest("board", `On the ${shortName(dearer.name)}`, () =>
          toCamerasQuestion(dearer.id, detector, knowledge),
        )
      : []),
    ...(detector && quantization !== quickFormat
      ? suggest("quantization", "In INT8", () =>
          toCamerasQuestion(device, { ...detector, quantization: quickFormat }, knowledge),
        )
      : []),
    ...priceOf(device, knowledge),
  ];
}

/** Trouble on a board: whether the model should fit at all, and how fast it should be. */
export function afterTrouble({ resolved }: Troubleshooting, knowledge: Knowledge): FollowUp[] {
  const plan = planOf({
    device: resolved.device,
    model: resolved.model === undefined ? undefined : knowledge.models.find(resolved.model)?.entry.id,
  });
  if (plan) return [...fitOf(plan, knowledge), ...speedOf(plan, knowledge), ...measuredOf(plan, knowledge)];
  return typeof resolved.device === "string" ? whatRunsOn(resolved.device, knowledge) : [];
}

/** A format that not every board has units for: whether the outermost boards run it. */
function afterFormat(id: string, knowledge: Knowledge): FollowUp[] {
  const { name, needs } = knowledge.quantizations.get(id).entry.value;
  if (!needs) return [];
  return outermostBoards(knowledge).flatMap((board) =>
    suggest("board", `Does the ${shortName(board.name)} run it?`, () =>
      toFormatQuestion(name, board.id, knowledge),
    ),
  );
}

/** A record: what runs on a board and what it costs, or where a model runs and who measured it. */
export function afterLookUp({ kind, id }: LookUp, knowledge: Knowledge): FollowUp[] {
  if (id === null) return [];
  if (kind === knowledge.devices.kind) return [...whatRunsOn(id, knowledge), ...priceOf(id, knowledge)];
  if (kind === knowledge.quantizations.kind) return afterFormat(id, knowledge);
  if (kind !== knowledge.models.kind) return [];
  const workloads = [{ model: id }];
  const isMeasured = knowledge.measurements(id).length > 0;
  return [
    ...cheapestOf(workloads, knowledge),
    ...(isMeasured
      ? suggest("measured", "Who measured it?", () => toMeasuredQuestion(id, undefined, knowledge))
      : []),
  ];
}
