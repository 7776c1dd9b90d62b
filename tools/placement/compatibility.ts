import type { Board } from "./board.ts";
import type { Placed } from "./workload.ts";

function boardSource({ id, record }: Board): string {
  return (id === null ? undefined : record.source?.[0]) ?? "user";
}

/** Why a board, a runtime and a format cannot be combined. */
export type Blocker = { code: string; message: string; source: string };

const capable = { fp4: 10, fp8: 8.9 } as const;

function hardwareBlocker(board: Board, { quantization, runtime }: Placed): Blocker | undefined {
  const { needs, name } = quantization.value;
  const { computeCapability, architecture = "its GPU" } = board.record.gpu;
  if (!needs || runtime.value.emulates.includes(needs)) return undefined;
  if (computeCapability === undefined && board.id === null) return undefined;
  if (board.record.nativeFormats.includes(needs) || (computeCapability ?? 0) >= capable[needs])
    return undefined;
  return {
    code: `no-${needs}-hardware`,
    message: `${board.name} (${architecture}) has no ${needs.toUpperCase()} hardware, which ${name} needs on ${runtime.value.name}.`,
    source: boardSource(board),
  };
}

/** A runtime runs where its kernels do; a board of which nothing is known may be one of those. */
function placeBlocker(board: Board, { runtime }: Placed): Blocker | undefined {
  const { name, portable, source, minComputeCapability: least, maxComputeCapability: most } = runtime.value;
  const has = board.record.gpu.computeCapability;
  const isTooOld = has !== undefined && least !== undefined && has < least;
  const isTooNew = has !== undefined && most !== undefined && has > most;
  const isForeign = has === undefined && board.id !== null && !portable && (least ?? most) !== undefined;
  if (!isTooOld && !isTooNew && !isForeign) return undefined;
  const wanted = most === undefined ? `${least} or more` : `${least ?? 0} to ${most}`;
  return {
    code: "runtime-not-on-board",
    message: `${name} needs compute capability ${wanted}; ${board.name} has ${has ?? "no CUDA"}.`,
    source: source?.[0] ?? "user",
  };
}

function runtimeBlockers(board: Board, placed: Placed): Blocker[] {
  const { runtime, quantization, subject } = placed;
  const { name, quantizations, serves, refusals } = runtime.value;
  const source = runtime.value.source?.[0] ?? "user";
  const found: Blocker[] = [];
  if (!serves.includes(subject.record.kind))
    found.push({
      code: "kind-not-served",
      message: `${name} does not serve models of the kind of ${subject.name} (${subject.record.kind}).`,
      source,
    });
  if (!quantizations.includes(quantization.id))
    found.push({
      code: "format-not-loaded",
      message: `${name} does not load ${quantization.value.name}.`,
      source,
    });
  const place = placeBlocker(board, placed);
  if (place) found.push(place);
  for (const refusal of refusals)
    if (
      (refusal.quantization ?? quantization.id) === quantization.id &&
      (refusal.device ?? board.id) === board.id
    )
      found.push({ code: refusal.code, message: refusal.message, source: refusal.source });
  return found;
}

function cacheBlocker(board: Board, { cacheType, runtime, language, settings }: Placed): Blocker | undefined {
  if (!language) return undefined;
  const source = cacheType.value.source?.[0] ?? "user";
  if (!cacheType.value.runtimes.includes(runtime.id))
    return {
      code: "cache-type-not-offered",
      message: `${runtime.value.name} has no ${cacheType.value.name} cache.`,
      source,
    };
  if (settings.flashAttention === false && cacheType.value.needsFlashAttention)
    return {
      code: "cache-needs-flash-attention",
      message: `${runtime.value.name} keeps values in ${cacheType.value.name} only with flash attention, which is off.`,
      source,
    };
  const { computeCapability } = board.record.gpu;
  const compiled = runtime.id.startsWith("tensorrt");
  if (cacheType.value.needs && compiled && computeCapability && computeCapability < capable.fp8)
    return {
      code: "no-fp8-hardware",
      message: `An ${cacheType.value.name} cache on ${runtime.value.name} needs FP8 hardware, which ${board.name} lacks.`,
      source,
    };
  return undefined;
}

function boardBlocker(board: Board, { subject }: Placed): Blocker | undefined {
  if (board.record.memory !== undefined || board.record.memTotal !== undefined) return undefined;
  return {
    code: "no-shared-memory",
    message:
      board.id === null
        ? `${board.name} states no memory, so nothing can be said of ${subject.name}: give "memory", for example "16 GiB".`
        : `${board.name} has no memory of its own for ${subject.name}: it is an accelerator behind a host.`,
    source: boardSource(board),
  };
}

/** Everything that forbids this workload on this board, each with who says so. */
export function findBlockers(board: Board, placed: Placed): Blocker[] {
  const rest = [boardBlocker(board, placed), hardwareBlocker(board, placed), cacheBlocker(board, placed)];
  return [...runtimeBlockers(board, placed), ...rest.filter((blocker) => blocker !== undefined)];
}

/** The sources that the catalogue's records of a placement rest on; what is given inline is the user's. */
export function recordSources(board: Board, workloads: readonly Placed[]): string[] {
  const found = new Set<string>();
  const add = ({ source = [] }: { source?: string[] | undefined }) => {
    for (const id of source) found.add(id);
  };
  if (board.id !== null) add(board.record);
  for (const { subject } of workloads) if (subject.id !== null) add(subject.record);
  for (const { quantization, runtime } of workloads) {
    add(quantization.value);
    add(runtime.value);
  }
  if (board.id !== null)
    for (const { source } of Object.values(board.provenance)) if (source) found.add(source);
  return [...found];
}
