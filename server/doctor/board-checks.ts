import type { Knowledge } from "../../knowledge/knowledge.ts";
import { formatBytes, GIB } from "../../knowledge/units.ts";
import type { Identity } from "../machine/identify-board.ts";
import type { Machine } from "../machine/machine.ts";
import { highestPowerMode } from "../machine/power-modes.ts";
import type { Check } from "./check.ts";
import { checkOf } from "./words.ts";

const boardCheck = checkOf("board", "Board");
const releaseCheck = checkOf("l4t", "Jetson Linux");
const memoryCheck = checkOf("memory", "Memory");
const powerCheck = checkOf("power-mode", "Power mode");

/** Which board this is, and by what that was told. */
export function checkBoard(identity: Identity, { model }: Machine): Check {
  if (identity.kind === "known") {
    const { device, by } = identity;
    return boardCheck("ok", `${device.value.name} (by its ${by}).`);
  }
  if (identity.kind === "unknown-jetson")
    return boardCheck(
      "information",
      `A Jetson that is not on record${model ? ` ("${model}")` : ""}: name it with --device to get a recommendation.`,
    );
  return boardCheck(
    "information",
    "Not a Jetson: name a board with --device to get a recommendation for it.",
  );
}

/** "JetPack 6.2.1", as far as the release is on record. */
function jetpackOf(release: string, knowledge: Knowledge): string {
  const family = knowledge.releases.find(release)?.entry.value.family[0];
  return family ? ` (${family})` : "";
}

const APT_SOURCE = "/etc/apt/sources.list.d/nvidia-l4t-apt-source.list";

/** Packages come from a repository for each minor release ("r36.4"), so a step to the next one names it first. */
function upgradeTo(wanted: string, release: string): string {
  const [from, to] = [release, wanted].map((version) => `r${version.split(".").slice(0, 2).join(".")}`);
  const step = from === to ? "" : `sudo sed -i 's/${from}/${to}/' ${APT_SOURCE} && `;
  return `${step}sudo apt update && sudo apt dist-upgrade`;
}

/** The release of Jetson Linux; some refuse big allocations of the GPU, whatever memory is free. */
export function checkRelease({ release }: Machine, identity: Identity, knowledge: Knowledge): Check[] {
  if (identity.kind === "other") return [];
  if (release === undefined)
    return [
      releaseCheck(
        "information",
        "Its release is not told: /etc/nv_tegra_release is missing, as in most containers.",
        "cat /etc/nv_tegra_release",
      ),
    ];
  const record = knowledge.releases.find(release)?.entry.value;
  const name = `L4T ${release}${jetpackOf(release, knowledge)}`;
  if (!record) return [releaseCheck("information", `${name} is not on record.`)];
  if (!record.refusesBigAllocations) return [releaseCheck("ok", `${name}.`)];
  const { fixedBy, notes = "" } = record;
  const mended = fixedBy ? `L4T ${fixedBy}${jetpackOf(fixedBy, knowledge)} mends it.` : notes;
  return [
    releaseCheck(
      "warning",
      `${name} refuses big CUDA allocations (NvMapMemAllocInternalTagged, error 12) though memory is free. ${mended}`,
      fixedBy && upgradeTo(fixedBy, release),
    ),
  ];
}

/** Below, a model of 2 billion parameters would push something out. */
const LITTLE = 2 * GIB;

/** What the kernel reports and what is free now. */
export function checkMemory({ memory }: Machine): Check {
  if (!memory) return memoryCheck("information", "The kernel does not tell its memory.");
  const { totalBytes, availableBytes } = memory;
  if (availableBytes === undefined) return memoryCheck("information", `${formatBytes(totalBytes)} in all.`);
  const said = `${formatBytes(availableBytes)} of ${formatBytes(totalBytes)} are available now`;
  return availableBytes < LITTLE
    ? memoryCheck("warning", `${said}: too little for most models.`, "ps aux --sort=-rss | head")
    : memoryCheck("ok", `${said}.`);
}

/** The power mode, and what switches to the highest: its id is that of this board's own configuration. */
export function checkPowerMode({ power }: Machine, identity: Identity): Check[] {
  if (identity.kind === "other") return [];
  const highest = power && highestPowerMode(power);
  if (!highest || !power.current)
    return [powerCheck("information", "The power mode is not told by nvpmodel's files.", "sudo nvpmodel -q")];
  const { current } = power;
  if (current.name === highest.name)
    return [powerCheck("ok", `${current.name} (mode ${current.id}), the highest.`)];
  return [
    powerCheck(
      "warning",
      `${current.name} (mode ${current.id}) is below ${highest.name}: models run slower. Where GPU cores change, nvpmodel asks for a reboot.`,
      `sudo nvpmodel -m ${highest.id}`,
    ),
  ];
}
