import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { type Bytes, GIB } from "../../knowledge/units.ts";
import type { Machine } from "./machine.ts";
import { readPowerState } from "./power-modes.ts";

type Read = (path: string) => string | undefined;

/** A device tree ends each of its texts with a zero byte. */
const ZERO = "\0";
const KIB = GIB / 2 ** 20;

function listOf(text: string | undefined): string[] {
  return (text ?? "").split(ZERO).filter((part) => part !== "");
}

/** The release that the board's own file names, else the installed package, which containers and minimal images keep. */
function readRelease(read: Read): string | undefined {
  const file = /R(\d+) \(release\), REVISION: ([\d.]+)/.exec(read("etc/nv_tegra_release") ?? "");
  if (file) return threeParts(`${file[1]}.${file[2]}`);
  const installed = read("var/lib/dpkg/status") ?? "";
  const version = /^Package: nvidia-l4t-core\n(?:.+\n)*?Version: (\d+\.\d+(?:\.\d+)?)/m.exec(installed)?.[1];
  return version && threeParts(version);
}

/** "36.3" and "36.3.0" are one release. */
function threeParts(version: string): string {
  return version.split(".").length < 3 ? `${version}.0` : version;
}

function parseMemory(text: string | undefined): Machine["memory"] {
  const bytesOf = (field: string): Bytes | undefined => {
    const kibibytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(text ?? "")?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) * KIB;
  };
  const [totalBytes, availableBytes] = [bytesOf("MemTotal"), bytesOf("MemAvailable")];
  if (totalBytes === undefined) return undefined;
  return { totalBytes, ...(availableBytes !== undefined && { availableBytes }) };
}

function readFlashedAs(text: string | undefined): string[] {
  return [...(text ?? "").matchAll(/^(?:TNSPEC|COMPATIBLE_SPEC)[ =]+(\S+)$/gm)].map(([, spec = ""]) => spec);
}

/** Whether a desktop starts with the system; undefined where systemd's default is not stated. */
function readSystem(root: string): Machine["os"] {
  try {
    const target = readlinkSync(join(root, "etc/systemd/system/default.target"));
    return target.endsWith("graphical.target") ? "desktop" : "headless";
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

const OLLAMA_SERVICE = "etc/systemd/system/ollama.service";

/** `Environment="A=1" B=2` of the service and of the files that change it, the last one of a name being valid. */
function readOllamaSettings(read: Read, root: string): Machine["ollamaSettings"] {
  const service = read(OLLAMA_SERVICE);
  if (service === undefined) return undefined;
  const changes = namesIn(join(root, `${OLLAMA_SERVICE}.d`)).filter((name) => name.endsWith(".conf"));
  const files = [service, ...changes.map((name) => read(`${OLLAMA_SERVICE}.d/${name}`) ?? "")];
  const lines = files.flatMap((file) =>
    [...file.matchAll(/^Environment=(.*)$/gm)].map(([, line = ""]) => line),
  );
  const pairs = lines.flatMap((line) => [...line.matchAll(/(OLLAMA_\w+)=([^\s"']*)/g)]);
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, value]));
}

/** A file under `root`; undefined where it is missing or not for us. */
function readerOf(root: string): Read {
  return (path) => {
    try {
      return readFileSync(join(root, path), "utf8");
    } catch {
      return undefined;
    }
  };
}

/** The memory as the kernel tells it now; undefined where it does not. */
export function readMemory(root: string): Machine["memory"] {
  return parseMemory(readerOf(root)("proc/meminfo"));
}

/** What the files under `root` tell of a machine, without privileges and without starting a program. */
export function readMachine(root: string): Machine {
  const read = readerOf(root);
  const [model] = listOf(read("proc/device-tree/model"));
  const release = readRelease(read);
  const memory = readMemory(root);
  const power = readPowerState(read("etc/nvpmodel.conf"), read("var/lib/nvpmodel/status"));
  const os = readSystem(root);
  const ollamaSettings = readOllamaSettings(read, root);
  return {
    compatible: listOf(read("proc/device-tree/compatible")),
    ...(model && { model }),
    flashedAs: readFlashedAs(read("etc/nv_boot_control.conf")),
    ...(release && { release }),
    ...(memory && { memory }),
    ...(power && { power }),
    ...(os && { os }),
    ...(ollamaSettings && { ollamaSettings }),
  };
}
