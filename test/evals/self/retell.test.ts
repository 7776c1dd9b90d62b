import { expect, it } from "vitest";
import { retell } from "../../../evals/self/retell.ts";

it.each([
  [
    "verdict: fits. Qwen3 8B on Jetson AGX Orin 64GB needs 12.3 GB of 65.9 GB, headroom 53.6 GB\nfix: none",
    "Qwen3 8B on Jetson AGX Orin 64GB fits: it needs 12.3 GB of 65.9 GB, headroom 53.6 GB.\n- Qwen3 8B on Jetson AGX Orin 64GB: fix: none",
  ],
  [
    "verdict: tight (it runs, but uses part of the safety reserve). A on B needs 1 GB of 2 GB",
    "A on B is tight: it needs 1 GB of 2 GB.",
  ],
  ["verdict: unsupported. A on B cannot run", "A on B is unsupported."],
  ["[doc#one] Words of it …\n[doc#two] More (do not use: 7B: doubtful)", "Words of it [doc#one]"],
  ["", "."],
])("retell() puts %j into words", (result, words) => {
  expect(retell([result])).toBe(words);
});
