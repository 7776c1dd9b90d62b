import type { Machine } from "../machine/machine.ts";
import type { Check } from "./check.ts";
import { ADVISOR_CONTEXT } from "./needs.ts";
import { checkOf } from "./words.ts";

const settingsCheck = checkOf("ollama-settings", "Ollama settings");

/** How Ollama serves one advisor on a board whose memory is shared: one model, one answer at a time, never unloaded. */
const wanted: Readonly<Record<string, { value: string; why: string }>> = {
  OLLAMA_NUM_PARALLEL: { value: "1", why: "each answer at once has a cache of its own" },
  OLLAMA_MAX_LOADED_MODELS: { value: "1", why: "a second model takes the memory of the first" },
  OLLAMA_KEEP_ALIVE: {
    value: "-1",
    why: "after five idle minutes the next answer waits for the model to load",
  },
  OLLAMA_CONTEXT_LENGTH: { value: String(ADVISOR_CONTEXT), why: "the default depends on the memory" },
};

const DROP_IN = "/etc/systemd/system/ollama.service.d/advisor.conf";

function fixFor(settings: readonly string[]): string {
  const lines = ["[Service]", ...settings.map((setting) => `Environment=${setting}`)].join("\\n");
  return `sudo mkdir -p ${DROP_IN.slice(0, DROP_IN.lastIndexOf("/"))} && printf '${lines}\\n' | sudo tee ${DROP_IN} && sudo systemctl daemon-reload && sudo systemctl restart ollama`;
}

/** An address that only this machine reaches. */
const loopback = /^(?:https?:\/\/)?(?:127\.|localhost|\[::1\])/;

/** How the service of Ollama is set; nothing where it is no service of this machine. */
export function checkOllamaSettings({ ollamaSettings }: Machine): Check[] {
  if (!ollamaSettings) return [];
  const { OLLAMA_HOST: host } = ollamaSettings;
  if (host !== undefined && host !== "" && !loopback.test(host))
    return [
      settingsCheck(
        "warning",
        `Ollama listens on ${host}: everyone on the network can use it, change it and fill the disk.`,
        fixFor(["OLLAMA_HOST=127.0.0.1"]),
      ),
    ];
  const missing = Object.entries(wanted).filter(([name]) => ollamaSettings[name] === undefined);
  if (missing.length === 0) return [settingsCheck("ok", "Set for one advisor on this board.")];
  const reasons = missing.map(([name, { why }]) => `${name} (${why})`).join(", ");
  const settings = missing.map(([name, { value }]) => `${name}=${value}`);
  return [settingsCheck("information", `Not set: ${reasons}.`, fixFor(settings))];
}
