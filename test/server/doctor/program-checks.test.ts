import { describe, expect, it } from "vitest";
import { AppError } from "../../../knowledge/errors.ts";
import type { IndexState } from "../../../knowledge/ingest.ts";
import { checkIndex, checkNode, checkRecords } from "../../../server/doctor/program-checks.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const built: IndexState = { state: "built", generation: "g-0123", documents: 6, passages: 1242 };

describe("checkNode()", () => {
  it.each([
    { version: "20.19.0", state: "problem" },
    { version: "21.7.3", state: "problem" },
    { version: "22.0.0", state: "ok" },
    { version: "24.21.0", state: "ok" },
  ])("of $version is $state", ({ version, state }) => {
    expect(checkNode(version).state).toBe(state);
  });
});

describe("checkIndex()", () => {
  it("tells how much a built index holds, after it has answered", async () => {
    expect(await checkIndex(built, knowledge)).toMatchObject({
      state: "ok",
      message: "1,242 passages of 6 documents, a full-text index of LanceDB (g-0123).",
    });
  });

  it.each([
    { state: "missing", found: "information" },
    { state: "damaged", found: "warning" },
  ] as const)("of a $state index is $found and builds nothing", async ({ state, found }) => {
    const search = () => Promise.reject(new Error("searched"));
    const check = await checkIndex({ ...built, state }, { ...knowledge, search });
    expect(check).toMatchObject({ state: found, fix: "npm run -s advisor -- search Jetson" });
  });

  it("is a problem where the search fails, in the words of its error", async () => {
    const search = () => Promise.reject(new AppError("index-unavailable", "Cannot search."));
    expect(await checkIndex(built, { ...knowledge, search })).toMatchObject({
      state: "problem",
      message: "Cannot search.",
    });
  });
});

describe("checkRecords()", () => {
  it("counts what is valid", () => {
    const { state, message } = checkRecords(knowledge);
    expect(state).toBe("ok");
    expect(message).toContain(`${knowledge.devices.entries.length} boards`);
  });

  it("names the record that is not", () => {
    const broken = {
      ...knowledge,
      get devices(): never {
        throw new AppError("invalid-record", 'Cannot use record "x": wanted a name.');
      },
    };
    expect(checkRecords(broken)).toMatchObject({
      state: "problem",
      message: 'Cannot use record "x": wanted a name.',
    });
  });
});
