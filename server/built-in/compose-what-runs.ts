import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import { type Block, unique } from "./block.ts";
import { table } from "./compose-sweep.ts";

const kinds: Readonly<Record<string, string>> = {
  llm: "language model",
  vlm: "vision-language model",
  asr: "speech recognition",
  tts: "speech synthesis",
  detector: "detector",
};

function kindOf({ resolved }: MemoryFit, knowledge: Knowledge): string {
  const model = resolved.workloads[0]?.model;
  const kind = typeof model === "string" ? knowledge.models.find(model)?.entry.value.kind : undefined;
  return kinds[kind ?? ""] ?? "model";
}

const nameOf = ({ names }: MemoryFit) => names.workloads.join(" + ");
const display = ({ facts }: MemoryFit, id: string) => facts.find((fact) => fact.id === id)?.display ?? "–";

/** The largest of each kind that fits, on each board. */
export function whatRunsHeadlines(fits: readonly MemoryFit[], knowledge: Knowledge): string[] {
  return unique(fits.map(({ names }) => names.device)).map((device) => {
    const holding = fits.filter(({ names, verdict }) => names.device === device && verdict === "fits");
    if (holding.length === 0) return `**None of the models tried fits on the ${device}.**`;
    const largest = unique(holding.map((fit) => kindOf(fit, knowledge))).flatMap((kind) => {
      const most = holding
        .filter((fit) => kindOf(fit, knowledge) === kind)
        .toSorted((a, b) => b.bytesNeeded - a.bytesNeeded)[0];
      return most ? [`${kind} ${nameOf(most)}`] : [];
    });
    return `**On the ${device}, each alone, the largest of those tried that fit: ${largest.join(", ")}.**`;
  });
}

function rowOf(fit: MemoryFit, knowledge: Knowledge): string[] {
  const { verdict, names } = fit;
  return [
    nameOf(fit),
    kindOf(fit, knowledge),
    names.device.replace(/^Jetson /, ""),
    verdict === "tight" ? "tight" : "fits",
    display(fit, "needed"),
    display(fit, "headroom"),
  ];
}

/** What fits with the headroom it leaves, and what was too large. */
export function whatRunsBlock(fits: readonly MemoryFit[], knowledge: Knowledge): Block {
  const held = fits.filter(({ verdict }) => verdict === "fits" || verdict === "tight");
  const rows = table(
    ["model", "kind", "board", "verdict", "needed in all", "headroom"],
    held.map((fit) => rowOf(fit, knowledge)),
  );
  const isOne = unique(fits.map(({ names }) => names.device)).length === 1;
  const large = fits
    .filter((fit) => !held.includes(fit))
    .map((fit) => (isOne ? nameOf(fit) : `${nameOf(fit)} (${fit.names.device.replace(/^Jetson /, "")})`));
  const lines = [
    ...(held.length > 0 ? [rows] : []),
    ...(large.length > 0 ? [`Too large as they are: ${large.join(", ")}.`] : []),
    "Others of the same families and sizes take about the same. Two at once need the sum, less one system and reserve.",
  ];
  return { heading: "What fits", lines };
}
