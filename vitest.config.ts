import { defineConfig } from "vitest/config";

/** Tests of values in and values out: nothing they do outlives them, so files share a worker and what it has loaded. */
const pure = [
  "test/{architecture,acceptance/*}.test.ts",
  "test/{knowledge,tools,evals}/**/*.test.ts",
  "test/server/{built-in,check,doctor,machine}/**/*.test.ts",
];

/** Tests of the page: browsers want the processor for themselves, and tests of time-outs want it from nobody. */
const page = ["test/web/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    maxWorkers: 2,
    globalSetup: "test/temporary-folder.ts",
    projects: [
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      { extends: true, test: { name: "apart", include: ["test/**/*.test.ts"], exclude: [...pure, ...page] } },
      { extends: true, test: { name: "page", include: page, sequence: { groupOrder: 1 } } },
    ],
  },
});
