import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { KNOWLEDGE_FOLDER } from "../../../knowledge/knowledge.ts";
import { type DoctorOptions, type DoctorWorld, doctor, hereAndNow } from "../../../server/commands/doctor.ts";
import { withCreateServer } from "../../fixtures/create-server.ts";
import { machineFiles, withMachineFolder } from "../../fixtures/machine-folder.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";
import { ollamaReport } from "../../fixtures/server-reports.ts";

const options: DoctorOptions = { json: false, beside: [], setUp: false, yes: false };
const success = { status: 200, body: '{"status":"success"}' };

function worldAt(machineRoot: string, parts: Partial<DoctorWorld> = {}) {
  const printed: string[] = [];
  const world: DoctorWorld = {
    machineRoot,
    documentsFolder: join(KNOWLEDGE_FOLDER, "documents"),
    indexFolder: join(machineRoot, "index"),
    nodeVersion: "24.0.0",
    knowledge,
    findServer: async () => undefined,
    confirm: undefined,
    look: { columns: undefined, paint: (_, text) => text },
    print: (text) => printed.push(text),
    ...parts,
  };
  return { world, printed };
}

async function run(
  files: Readonly<Record<string, string>>,
  wished: Partial<DoctorOptions>,
  parts: Partial<DoctorWorld> = {},
) {
  return await withMachineFolder(files, async (root) => {
    const { world, printed } = worldAt(root, parts);
    return { code: await doctor({ ...options, ...wished }, world), text: printed.join("\n") };
  });
}

describe("doctor()", () => {
  it("prints a line for each check and exits with 0 where nothing is a problem", async () => {
    const { code, text } = await run(machineFiles.agxOrin, {}, { findServer: async () => ollamaReport() });
    expect(code).toBe(0);
    expect(text).toMatch(/^warning +Power mode +MODE_30W \(mode 2\) is below MAXN/m);
    expect(text).toContain("$ sudo nvpmodel -m 0");
    expect(text).toMatch(/Ready, with 1 warning\.$/);
  });

  it("exits with 1 where something is a problem, and prints JSON with the same", async () => {
    const old = ollamaReport([{}], { version: "0.30.0" });
    const { code, text } = await run(machineFiles.orinNx, { json: true }, { findServer: async () => old });
    expect(code).toBe(1);
    expect(JSON.parse(text)).toMatchObject({
      ready: false,
      checks: expect.arrayContaining([expect.objectContaining({ id: "server-version", state: "problem" })]),
      server: { version: "0.30.0" },
      machine: { device: "orin-nx-16gb" },
      recommendation: { device: "orin-nx-16gb" },
    });
  });

  it("holds the context against the prompt that it is told", async () => {
    const needs = { promptTokens: 9000, answerTokens: 500 };
    const parts = { needs, findServer: async () => ollamaReport() };
    expect((await run(machineFiles.laptop, {}, parts)).text).toContain("the prompt alone takes up to 9,000");
  });

  it("looks where it is told to", async () => {
    const asked: (string | undefined)[] = [];
    const findServer = async (endpoint: string | undefined) => {
      asked.push(endpoint);
      return undefined;
    };
    const { code } = await run(machineFiles.laptop, { endpoint: "http://127.0.0.1:9/v1" }, { findServer });
    expect([code, asked]).toEqual([1, ["http://127.0.0.1:9/v1"]]);
  });
});

describe("doctor() --set-up", () => {
  async function setUp(wished: Partial<DoctorOptions>, confirm: DoctorWorld["confirm"]) {
    return await withCreateServer(success, async (origin, asked) => {
      const findServer = async () => ollamaReport([{}], { endpoint: `${origin}/v1` });
      const { text } = await run(machineFiles.laptop, { setUp: true, ...wished }, { findServer, confirm });
      return { text, asked: asked.length };
    });
  }

  it("shows what it does, does it with --yes, and says how to go on", async () => {
    const { text, asked } = await setUp({ yes: true }, undefined);
    expect(asked).toBe(1);
    expect(text.indexOf("ollama create")).toBeLessThan(text.indexOf("Made qwen3-4b-advisor"));
    expect(text).toContain("--model qwen3-4b-advisor");
  });

  it.each([
    { answer: true, asked: 1, said: "Made" },
    { answer: false, asked: 0, said: "Nothing was changed." },
  ])("asks at a terminal, and sends $asked requests after $answer", async ({ answer, asked, said }) => {
    const result = await setUp({}, async () => answer);
    expect(result.asked).toBe(asked);
    expect(result.text).toContain(said);
  });

  it.each([
    { why: "without a terminal", wished: {}, confirm: undefined },
    { why: "as JSON, where nothing can be shown first", wished: { json: true }, confirm: async () => true },
  ])("wants --yes $why", async ({ wished, confirm }) => {
    await expect(setUp(wished, confirm)).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringContaining("--yes"),
    });
  });

  it("prints JSON and nothing else where JSON is asked for", async () => {
    const { text } = await setUp({ json: true, yes: true }, undefined);
    expect(JSON.parse(text)).toMatchObject({
      alias: "qwen3-4b-advisor",
      from: "qwen3:4b",
      contextTokens: 8192,
      made: true,
    });
  });

  it("refuses any other server", async () => {
    const findServer = async () => ollamaReport([{}], { kind: "vllm" });
    await expect(run(machineFiles.laptop, { setUp: true, yes: true }, { findServer })).rejects.toMatchObject({
      code: "invalid-input",
    });
  });
});

describe("hereAndNow()", () => {
  it("is the machine of this process, which asks nobody where there is no terminal", () => {
    const { machineRoot, indexFolder, nodeVersion, confirm } = hereAndNow("/program", knowledge, () => {});
    expect([machineRoot, indexFolder, nodeVersion]).toEqual(["/", "/program/.index", process.versions.node]);
    expect(process.stdin.isTTY && process.stdout.isTTY ? undefined : confirm).toBeUndefined();
  });
});
