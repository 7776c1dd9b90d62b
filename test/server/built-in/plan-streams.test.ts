import { describe, expect, it } from "vitest";
import { asksHowManyStreams, asksStreams, planStreams } from "../../../server/built-in/plan-streams.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const read = (question: string) => readQuestion(question, knowledge);
const planned = (question: string) => planStreams(question, read(question), knowledge);
const inputs = (question: string) => planned(question)?.map(({ input }) => input);

describe("asksStreams()", () => {
  it.each([
    "How many RTSP cameras can YOLO11n handle on an Orin NX 16GB?",
    "What is the maximum number of 1080p streams on a Thor?",
    "8 cameras with YOLOv8s on AGX Orin 64GB, what FPS?",
    "Can I process many cameras with one detector?",
  ])("is true for %s", (question) => expect(asksStreams(question, read(question))).toBe(true));

  it.each([
    "Which board for 8 cameras?",
    "How many tokens a second does Qwen3 8B give on an Orin NX?",
    "Is single-stream decode of Llama 3.1 8B fast on Thor?",
  ])("is false for %s", (question) => expect(asksStreams(question, read(question))).toBe(false));
});

describe("asksHowManyStreams()", () => {
  it.each([
    ["How many cameras can it take?", true],
    ["Does it take four cameras?", false],
  ])("says of %s: %s", (question, asked) => expect(asksHowManyStreams(question)).toBe(asked));
});

describe("planStreams()", () => {
  it("hands on detector, rate, input and format", () => {
    const [first] =
      inputs("How many 15 fps cameras can YOLOv8s in INT8 at 1280 input handle on Orin NX 16GB headless?") ??
      [];
    expect(first).toEqual({
      device: "orin-nx-16gb",
      os: "headless",
      model: "yolov8s",
      quantization: "int8",
      inputPixels: 1280,
      framesPerSecond: 15,
    });
  });

  it("judges memory too where the number of cameras is given", () => {
    const names = planned("Do 6 cameras with YOLO11s run on an Orin NX 16GB?")?.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["stream-capacity", "memory-fit"]));
  });

  it("counts a model that the same turn names as a neighbour", () => {
    const [first] = inputs("How many cameras can YOLO11s take beside Qwen3 4B on Orin NX 16GB?") ?? [];
    expect(first?.others).toEqual([{ model: "qwen3-4b" }]);
  });

  it("leaves out a model that only an earlier turn named", () => {
    const reading = read("How many cameras on the Orin NX 16GB? Qwen3 4B");
    const [first] =
      planStreams("How many cameras can it take?\nDoes Qwen3 4B fit?", reading, knowledge) ?? [];
    expect(first?.input).not.toHaveProperty("others");
  });

  it("puts no known detector in the place of one that is not on record", () => {
    const question = "Three cameras with YOLOv5m on Jetson Nano 4GB, FPS?";
    const models = [{ reference: "YOLO", name: "YOLO", count: 1, billions: undefined }];
    const [first] = planStreams(question, { ...read(question), models }, knowledge) ?? [];
    expect(first?.input).toEqual({ device: "jetson-nano-4gb", streams: 3 });
  });

  it("leaves cameras of language models to the ledger", () => {
    expect(planned("Do two Gemma 3 12B with four cameras fit on AGX Orin 64GB?")).toBeUndefined();
  });
});

describe("what is asked of cameras", () => {
  it.each([
    "What cameras can I hang on an Orin Nano Super?",
    "16x 4K cameras on Thor?",
    "20 rtsp streams, yolo11m, agx orin 64gb, 10 fps each",
  ])("is planned for %s", (question) => {
    expect(planned(question)?.[0]?.name).toBe("stream-capacity");
  });

  it.each(["how many 1080p encode streams does an Orin Nano take", "budget 1000 usd 8 cams yolo"])(
    "is not for %s",
    (question) => expect(planned(question)).toBeUndefined(),
  );
});
