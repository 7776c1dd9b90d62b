import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createAdvisor } from "../../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../../server/backends/built-in.ts";
import { check } from "../../../server/commands/check.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const folder = mkdtempSync(join(tmpdir(), "check-"));
const file = join(folder, "answer.json");
beforeAll(async () => {
  const advisor = createAdvisor(createBuiltInBackend(), knowledge, () => 0);
  writeFileSync(file, JSON.stringify(await advisor.ask("Does Llama 3.1 8B fit on an Orin NX 16GB?")));
});

async function run(answer: string, text: string, asJson = false) {
  const printed: string[] = [];
  const exitCode = await check(
    answer,
    async () => text,
    asJson,
    knowledge,
    (line) => printed.push(line),
  );
  return { exitCode, printed: printed.join("\n") };
}

describe("check()", () => {
  it("finds the answer's own text borne out and returns 0", async () => {
    const { exitCode, printed } = await run(file, "");
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/\b0 unverified\.$/);
    expect(printed).toMatch(
      /1\.needed: memory needed in all of Llama 3\.1 8B Instruct on Jetson Orin NX 16GB/,
    );
  });

  it("returns 1 and says why where a number, a verdict or a citation is not borne out", async () => {
    const { exitCode, printed } = await run(file, "It does not fit: the Orin NX 16GB needs 99 GB [x#y].");
    expect(exitCode).toBe(1);
    expect(printed.match(/unverified {2}/g)).toHaveLength(3);
  });

  it("prints the report as JSON", async () => {
    const { printed } = await run(file, "The Orin NX 16GB needs 99 GB.", true);
    expect(JSON.parse(printed)).toMatchObject({
      verified: [],
      given: [],
      unverified: [{ text: "99 GB", kind: "number", start: 23, end: 28, reason: expect.any(String) }],
      text: "The Orin NX 16GB needs 99 GB.",
    });
  });

  it.each([
    ["nothing.json", undefined, /there is no file/],
    ["text.json", "no JSON", /is no valid JSON/],
    ["other.json", "{}", /is not the output of ask --json/],
  ])("refuses %s and says what is wrong", async (name, content, message) => {
    const path = join(folder, name);
    if (content !== undefined) writeFileSync(path, content);
    await expect(run(path, "")).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringMatching(message),
    });
    const { exitCode, printed } = await run(path, "", true);
    expect(exitCode).toBe(2);
    expect(JSON.parse(printed)).toMatchObject({ error: { code: "invalid-input" } });
  });
});
