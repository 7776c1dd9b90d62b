import { describe, expect, it } from "vitest";
import {
  callError,
  inputError,
  repeatedCallError,
  unknownToolError,
} from "../../../server/agent/tool-error.ts";
import { getTool, tools } from "../../../tools/registry.ts";
import { knowledge } from "../../fixtures/knowledge.ts";
import { realTokens } from "../../fixtures/tokens.ts";

const llama = { model: "llama-3.1-8b" };
const workloads = [llama];

async function failureOf(name: string, input: unknown): Promise<string> {
  const tool = getTool(name);
  const thrown: unknown = await tool.call(input, knowledge).then(
    () => undefined,
    (error: unknown) => error,
  );
  return callError(tool, thrown);
}

describe("callError()", () => {
  it.each([
    {
      why: "an ambiguous name",
      name: "memory-fit",
      input: { device: "Orin NX", workloads },
      said: 'Cannot tell which device "Orin NX" means: orin-nx-16gb, orin-nx-8gb. Call memory-fit once for each.',
    },
    {
      why: "an unknown board",
      name: "memory-fit",
      input: { device: "orin-zx", workloads },
      said: 'Cannot find the device "orin-zx". Nearest: igx-orin-700, orin-nx-8gb, orin-nx-16gb. Call memory-fit with one of these, or say that it is not known.',
    },
    {
      why: "a power mode the board does not have",
      name: "estimate-throughput",
      input: { device: "orin-nx-16gb", powerMode: "99W", ...llama },
      said: 'Cannot find the power mode "99W" of Jetson Orin NX 16GB. Nearest: MAXN, 25W, 15W. Call estimate-throughput with one of these, or say that it is not known.',
    },
    {
      why: "a figure that cannot be read",
      name: "check-claim",
      input: { metric: "decode", value: "fast" },
      said: 'Cannot read the claimed value "fast": wanted an amount in tok/s. Example: check-claim {"metric":"decode","value":"52 tok/s","device":"agx-orin-64gb","model":"llama-3.1-8b"}',
    },
  ])("says what to call instead of $why", async ({ name, input, said }) => {
    expect(await failureOf(name, input)).toBe(said);
    expect(realTokens(said)).toBeLessThanOrEqual(65);
  });

  it("shows nothing of a surprise", () => {
    const said = callError(getTool("memory-fit"), new TypeError("x is undefined at /srv/secret.ts"));
    expect(said).toBe("memory-fit failed. Do not call it again; answer from the other results.");
  });
});

describe("inputError()", () => {
  it.each([
    { why: "missing fields", input: {}, said: /: device is missing; workloads is missing\. / },
    { why: "broken JSON", input: '{"device":', said: /: its arguments are no valid JSON\. / },
    {
      why: "two boards at once",
      input: { device: ["a", "b"], workloads },
      said: /: device: wanted text, got a list\. /,
    },
    {
      why: "a field that there is not",
      input: { device: "a", workloads: [{ ...llama, speed: 1 }] },
      said: /: it has no field speed\. /,
    },
    {
      why: "words for a number",
      input: { device: "a", workloads: [{ ...llama, contextTokens: "many" }] },
      said: /: workloads\.0\.contextTokens: wanted a number, got text\. /,
    },
    {
      why: "a word outside of its list",
      input: { device: "a", os: "windows", workloads },
      said: /: os: wanted one of headless, desktop\. /,
    },
    {
      why: "a number beyond the limits",
      input: { device: "a", workloads: [{ ...llama, contextTokens: 0 }] },
      said: /: workloads\.0\.contextTokens: Too small: expected number to be >0\. /,
    },
  ])("names field and wish for $why, with an example", ({ input, said }) => {
    const words = inputError(getTool("memory-fit"), input);
    expect(words).toMatch(said);
    expect(words).toMatch(
      /^Cannot call memory-fit: .*\. Example: memory-fit \{"device":"orin-nx-16gb","workloads":/,
    );
    expect(realTokens(words)).toBeLessThanOrEqual(65);
  });

  it.each(tools)("shows for $name an example that can be called", async ({ example, name, offered }) => {
    const input = offered.parse(example);
    expect(input).toEqual(example);
    if (name !== "search-documents")
      expect((await getTool(name).call(input, knowledge)).output.facts.length).toBeGreaterThan(0);
  });
});

describe("unknownToolError()", () => {
  it("lists what is offered", () => {
    expect(unknownToolError("calc", ["memory-fit", "look-up"])).toBe(
      'There is no tool "calc". Call one of: memory-fit, look-up.',
    );
  });
});

describe("repeatedCallError()", () => {
  it("points to the result above", () => {
    expect(repeatedCallError("memory-fit")).toBe(
      "This call of memory-fit is already answered above: answer from that result, or call with other arguments.",
    );
  });
});
