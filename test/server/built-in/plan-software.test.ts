import { describe, expect, it } from "vitest";
import { planSoftware } from "../../../server/built-in/plan-software.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const planned = (question: string) => planSoftware(question, readQuestion(question, knowledge), knowledge);

describe("planSoftware()", () => {
  it("looks up the boards on which something unknown is to run", () => {
    expect(planned("Can ORB-SLAM3 run on an Orin NX 16GB?")).toEqual([
      { name: "look-up", input: { name: "orin-nx-16gb" } },
    ]);
  });

  it("looks up boards from small to large where none is named", () => {
    expect(planned("Which Jetson does my robot need?")?.length).toBeGreaterThan(2);
  });

  it.each(["Can ORB-SLAM3 run next to Qwen3 8B on an Orin NX?", "What is the Orin NX 16GB?"])(
    "leaves %s to others",
    (question) => expect(planned(question)).toBeUndefined(),
  );
});
