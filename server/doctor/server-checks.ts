import type { BackendKind } from "../backends/profiles.ts";
import type { ServerReport } from "../backends/server-report.ts";
import type { Check } from "./check.ts";
import { checkOf } from "./words.ts";

/** Servers as people name them. */
export const serverNames: Readonly<Record<BackendKind, string>> = {
  ollama: "Ollama",
  vllm: "vLLM",
  "llama-server": "llama-server",
  "openai-compatible": "An OpenAI-compatible server",
};

/** Below it Ollama writes files where the name of a model tells it to (CVE-2026-103663). */
const LEAST_OLLAMA = "0.35.0";
const UPDATE_OLLAMA = "curl -fsSL https://ollama.com/install.sh | sh";

const serverCheck = checkOf("server", "Model server");
const versionCheck = checkOf("server-version", "Server version");

/** Below zero where version `a` is older than `b`; a candidate of a release ("-rc1") is older than the release. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string) => (version.split(/[-+]/)[0] ?? "").split(".").map(Number);
  const [left, right] = [parts(a), parts(b)];
  for (const index of [0, 1, 2]) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(b.includes("-")) - Number(a.includes("-"));
}

/** What starts the server that usually listens on a port. */
const starters: Readonly<Record<string, string>> = {
  "11434": "ollama serve",
  "8000": "vllm serve MODEL --enable-auto-tool-choice --tool-call-parser hermes --max-model-len 8192",
  "8080": "llama-server --jinja -c 8192 -m MODEL.gguf",
};

function portOf(address: string): string {
  return URL.canParse(address) ? new URL(address).port : "";
}

/** Whether a server answers; `asked` is the address the user named. The built-in answerer needs none. */
export function checkServer(
  report: ServerReport | undefined,
  asked: string | undefined,
  isBuiltIn = false,
): Check {
  if (isBuiltIn)
    return serverCheck("information", "The built-in answerer answers; it needs no model server.");
  if (report) {
    const version = report.version ? ` ${report.version}` : "";
    return serverCheck("ok", `${serverNames[report.kind]}${version} answers at ${report.endpoint}.`);
  }
  if (asked !== undefined)
    return serverCheck("problem", `No model server answers at ${asked}.`, starters[portOf(asked)]);
  return serverCheck(
    "information",
    "No model server answers at the usual ports of Ollama (11434), vLLM (8000) and llama-server (8080), so the built-in answerer answers: same verdicts and numbers, no model needed.",
  );
}

/** Whether the server is new enough to be safe; only Ollama has a bound on record. */
export function checkServerVersion({ kind, version }: ServerReport): Check[] {
  if (kind !== "ollama") return [];
  if (version === undefined || !/^v?\d+\.\d+/.test(version) || /^v?0\.0\.0/.test(version))
    return [
      versionCheck(
        "warning",
        `Ollama does not tell its version; ${LEAST_OLLAMA} or newer is needed.`,
        UPDATE_OLLAMA,
      ),
    ];
  const plain = version.replace(/^v/, "");
  return compareVersions(plain, LEAST_OLLAMA) < 0
    ? [
        versionCheck(
          "problem",
          `Ollama ${plain} is older than ${LEAST_OLLAMA}: a pull can write files outside its folder (CVE-2026-103663).`,
          UPDATE_OLLAMA,
        ),
      ]
    : [versionCheck("ok", `Ollama ${plain} is not older than ${LEAST_OLLAMA}, the safe minimum.`)];
}
