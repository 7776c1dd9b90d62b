import type { Bytes } from "../../knowledge/units.ts";
import type { PowerState } from "./power-modes.ts";

/** A machine as its files tell it; what no file tells is left out. */
export type Machine = {
  /** Entries of the device tree's `compatible`, the most specific first; empty where there is no device tree. */
  compatible: string[];
  /** The board as it calls itself. */
  model?: string;
  /** What it was flashed as: the specs of `/etc/nv_boot_control.conf`. */
  flashedAs: string[];
  /** Release of Jetson Linux, such as 36.4.7. */
  release?: string;
  memory?: { totalBytes: Bytes; availableBytes?: Bytes };
  power?: PowerState;
  os?: "headless" | "desktop";
  /** The environment that systemd starts Ollama with; undefined where it is no service here. */
  ollamaSettings?: Readonly<Record<string, string>>;
};
