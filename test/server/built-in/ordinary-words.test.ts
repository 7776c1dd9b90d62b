import { describe, expect, it } from "vitest";
import { isOrdinary } from "../../../server/built-in/ordinary-words.ts";

describe("isOrdinary()", () => {
  it.each(["JetPack", "CUDA", "GPUs", "1080p30", "15W", "6.2", "MODE_30W", "NVIDIA's", "Ubuntu"])(
    "takes %s for no product",
    (word) => expect(isOrdinary(word)).toBe(true),
  );

  it.each(["BEVFusion", "nvblox", "Frigate", "SLAM"])("takes %s for a name", (word) =>
    expect(isOrdinary(word)).toBe(false),
  );
});
