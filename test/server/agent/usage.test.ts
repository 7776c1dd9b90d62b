import { expect, it } from "vitest";
import { addUsage, noUsage } from "../../../server/agent/usage.ts";

const usage = { requests: 1, inputTokens: 20, outputTokens: 3, waitingMs: 40, writingMs: 5 };

it("addUsage() adds field by field, and no usage changes nothing", () => {
  expect(addUsage(usage, usage)).toEqual({
    requests: 2,
    inputTokens: 40,
    outputTokens: 6,
    waitingMs: 80,
    writingMs: 10,
  });
  expect(addUsage(noUsage, usage)).toEqual(usage);
});
