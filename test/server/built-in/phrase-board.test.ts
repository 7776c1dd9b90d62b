import { describe, expect, it } from "vitest";
import { phraseBoard, withArticle } from "../../../server/built-in/phrase-board.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { boardId, knowledge } from "../../fixtures/server-knowledge.ts";

const phrase = (board: Parameters<typeof phraseBoard>[0]) => phraseBoard(board, knowledge);

describe("phraseBoard()", () => {
  it.each([
    { board: { device: "orin-nx-16gb" }, words: "a Jetson Orin NX 16GB" },
    { board: { device: "Orin NX 16GB", os: "desktop" as const }, words: "a Jetson Orin NX 16GB" },
    {
      board: { device: "orin-nx-16gb", powerMode: "25w", os: "headless" as const },
      words: "a Jetson Orin NX 16GB in 25W mode, headless",
    },
    { board: { device: "orin-nx-16gb", powerMode: "MAXN" }, words: "a Jetson Orin NX 16GB" },
    {
      board: { device: "agx-orin-64gb", powerMode: "30W", l4t: "36.4.7" },
      words: "a Jetson AGX Orin 64GB in 30W mode, with L4T 36.4.7",
    },
    {
      board: { device: "agx-orin-64gb", l4t: "jp 6.2.1" },
      words: "a Jetson AGX Orin 64GB, with JetPack 6.2.1",
    },
    { board: { device: "igx-orin-700" }, words: "an IGX Orin 700" },
  ])("says $words", ({ board, words }) => {
    expect(phrase(board)).toBe(words);
  });

  it.each(knowledge.devices.entries.map(({ id }) => id))("says %s so that it is read back", (device) => {
    expect(
      readQuestion(`Can I run Qwen3-8B on ${phrase({ device })}?`, knowledge).boards.map(boardId),
    ).toEqual([device]);
  });

  it("says every power mode so that it is read back", () => {
    const lost = knowledge.devices.entries.flatMap(({ id, value }) =>
      value.powerModes.slice(1).flatMap(({ name }) => {
        const question = `Can I run Qwen3-8B on ${phrase({ device: id, powerMode: name })}?`;
        return readQuestion(question, knowledge).powerMode === name ? [] : [`${id} ${name}`];
      }),
    );
    expect(lost).toEqual([]);
  });

  it("refuses a board described on the spot, which no reader can take from words", () => {
    const device = { name: "My board", memory: "16 GB", bandwidth: "100 GB/s" };
    expect(() => phrase({ device })).toThrow(/Cannot put "My board" in words/);
  });

  it("refuses a board that is unknown or ambiguous as the catalogue does", () => {
    expect(() => phrase({ device: "Orin NX" })).toThrow(/Cannot tell which device/);
    expect(() => phrase({ device: "toaster" })).toThrow(/Cannot find the device/);
  });
});

describe("withArticle()", () => {
  it.each([
    "a Jetson Nano 4GB",
    "a DGX Spark",
    "an RTX 5080",
    "an IGX Thor",
    "a Hailo-8",
    "an RK3588",
    "a Rockchip",
  ])("says %s", (words) => {
    expect(withArticle(words.replace(/^an? /, ""))).toBe(words);
  });
});
