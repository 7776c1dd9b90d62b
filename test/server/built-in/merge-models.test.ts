import { describe, expect, it } from "vitest";
import { mergeModels } from "../../../server/built-in/merge-models.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const before = readQuestion("Qwen2.5-VL-7B and YOLO11s", knowledge).models;
const merged = (text: string, rejected = "") =>
  mergeModels(
    { text, rejected, taken: readQuestion(rejected, knowledge).models },
    before,
    readQuestion(text, knowledge),
    knowledge,
  ).models.map(({ reference, count }) => [reference, count]);

describe("mergeModels()", () => {
  it.each([
    [
      "and on Thor?",
      "",
      [
        ["qwen2.5-vl-7b", 1],
        ["yolo11s", 1],
      ],
    ],
    [
      "and Qwen3-8B?",
      "",
      [
        ["yolo11s", 1],
        ["qwen3-8b", 1],
      ],
    ],
    [
      "and YOLOv8n?",
      "",
      [
        ["qwen2.5-vl-7b", 1],
        ["yolov8n", 1],
      ],
    ],
    [
      "with Whisper small as well",
      "",
      [
        ["qwen2.5-vl-7b", 1],
        ["yolo11s", 1],
        ["whisper-small", 1],
      ],
    ],
    [
      "two of them",
      "",
      [
        ["qwen2.5-vl-7b", 2],
        ["yolo11s", 1],
      ],
    ],
    ["", "detector", [["qwen2.5-vl-7b", 1]]],
    ["", "YOLO11s", [["qwen2.5-vl-7b", 1]]],
    [
      "it is YOLO11x",
      "YOLO11s",
      [
        ["qwen2.5-vl-7b", 1],
        ["yolo11x", 1],
      ],
    ],
    [
      "and the 3B?",
      "",
      [
        ["yolo11s", 1],
        ["qwen2.5-vl-3b", 1],
      ],
    ],
  ])("after %s, without %s, has %j", (text, rejected, expected) => {
    expect(merged(text, rejected)).toEqual(expected);
  });
});
