import { defineConfig } from "vitest/config";

// The cases as plain tests, apart from those of the program: npm run eval:vitest
export default defineConfig({
  test: {
    include: ["evals/vitest/*.test.ts"],
    root: new URL("../..", import.meta.url).pathname,
    testTimeout: 300_000,
  },
});
