import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Throughput } from "../../tools/estimate-throughput.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import { calledIn } from "../../tools/placement/called-in.ts";
import { moduleOf } from "../../tools/throughput/distance.ts";
import type { Results } from "./results.ts";

/** True where every ledger is of the same models, so that boards can stand side by side. */
export function haveSameWorkloads(fits: readonly MemoryFit[]): boolean {
  const [first] = fits;
  return fits.every(({ names }) => names.workloads.join() === first?.names.workloads.join());
}

/** Plans of the same models on the same board differ in engine, format or number of users, which their names then say. */
export function toldApart(fits: readonly MemoryFit[], knowledge: Knowledge): MemoryFit[] {
  const keyOf = ({ names }: MemoryFit) => [names.device, ...names.workloads].join();
  const isTwin = (fit: MemoryFit) => fits.filter((other) => keyOf(other) === keyOf(fit)).length > 1;
  return fits.map((fit) => {
    if (!isTwin(fit)) return fit;
    const workloads = fit.names.workloads.map((name, index) => {
      const { runtime = "", quantization = "", concurrency = 1 } = fit.resolved.workloads[index] ?? {};
      const users = concurrency > 1 ? `${concurrency} users at once, ` : "";
      return `${name} (${users}${calledIn(knowledge.runtimes, runtime)}, ${knowledge.quantizations.get(quantization).entry.value.name})`;
    });
    return { ...fit, names: { ...fit.names, workloads } };
  });
}

/** Speeds of boards that hold the model; a speed of what does not fit would mislead. */
export function runnableSpeeds({ fits, speeds }: Results, knowledge: Knowledge): Throughput[] {
  const module = (reference: unknown) =>
    typeof reference === "string" ? moduleOf(reference, knowledge) : undefined;
  const refused = fits.filter(({ verdict }) => verdict === "does-not-fit" || verdict === "unsupported");
  return speeds.filter(
    (speed) =>
      !refused.some(
        ({ resolved, names }) =>
          module(resolved.device) === module(speed.resolved.device) &&
          resolved.workloads.some(
            ({ quantization, runtime, concurrency }, index) =>
              names.workloads[index] === speed.names.model &&
              quantization === speed.resolved.quantization &&
              runtime === speed.resolved.runtime &&
              concurrency === speed.resolved.concurrency,
          ),
      ),
  );
}
