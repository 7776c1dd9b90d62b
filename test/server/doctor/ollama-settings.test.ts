import { describe, expect, it } from "vitest";
import { checkOllamaSettings } from "../../../server/doctor/ollama-settings.ts";
import { machineOf } from "../../fixtures/machine-folder.ts";

const service = '[Service]\nExecStart=/usr/local/bin/ollama serve\nEnvironment="PATH=/usr/bin"\n';
const complete = {
  OLLAMA_NUM_PARALLEL: "1",
  OLLAMA_MAX_LOADED_MODELS: "1",
  OLLAMA_KEEP_ALIVE: "-1",
  OLLAMA_CONTEXT_LENGTH: "8192",
};
const check = (ollamaSettings: Record<string, string>) =>
  checkOllamaSettings({ compatible: [], flashedAs: [], ollamaSettings })[0];

describe("checkOllamaSettings()", () => {
  it("names what is not set, why that matters, and the command that sets just that", () => {
    const { OLLAMA_KEEP_ALIVE: _, ...rest } = complete;
    const found = check(rest);
    expect(found).toMatchObject({ id: "ollama-settings", state: "information" });
    expect(found?.message).toMatch(/^Not set: OLLAMA_KEEP_ALIVE \([^,]*\)\.$/);
    expect(found?.fix).toContain(
      "printf '[Service]\\nEnvironment=OLLAMA_KEEP_ALIVE=-1\\n' | sudo tee /etc/systemd/system/ollama.service.d/advisor.conf",
    );
  });

  it.each([
    { host: "0.0.0.0", state: "warning" },
    { host: "http://192.168.1.5:11434", state: "warning" },
    { host: "127.0.0.1:11434", state: "ok" },
    { host: "localhost", state: "ok" },
  ])("of a server that listens on $host is $state", ({ host, state }) => {
    expect(check({ ...complete, OLLAMA_HOST: host })?.state).toBe(state);
  });

  it("says nothing where Ollama is no service", () => {
    expect(checkOllamaSettings(machineOf({}))).toEqual([]);
  });

  it("reads the service and what changes it", () => {
    const machine = machineOf({
      "etc/systemd/system/ollama.service": service,
      "etc/systemd/system/ollama.service.d/a.conf": '[Service]\nEnvironment="OLLAMA_HOST=0.0.0.0"\n',
      "etc/systemd/system/ollama.service.d/b.conf":
        "[Service]\nEnvironment=OLLAMA_HOST=127.0.0.1 OLLAMA_NUM_PARALLEL=2\n",
      "etc/systemd/system/ollama.service.d/c.conf.bak": "Environment=OLLAMA_HOST=1.2.3.4\n",
    });
    expect(machine.ollamaSettings).toEqual({ OLLAMA_HOST: "127.0.0.1", OLLAMA_NUM_PARALLEL: "2" });
  });
});
