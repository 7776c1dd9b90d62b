import { describe, expect, it } from "vitest";
import { streamBlocks, streamHeadlines } from "../../../server/built-in/compose-streams.ts";
import { type Outcome, sortResults } from "../../../server/built-in/results.ts";
import { callTool } from "../../fixtures/server-knowledge.ts";

async function results(...inputs: object[]) {
  const outcomes: Outcome[] = await Promise.all(inputs.map((input) => callTool("stream-capacity", input)));
  return sortResults(outcomes).streams;
}
const nx = { device: "orin-nx-16gb", model: "yolo11s" };

describe("streamHeadlines()", () => {
  it("says how many, at which rate, and what ends it", async () => {
    const [line] = streamHeadlines("how many cameras", await results(nx));
    expect(line).toMatch(/with YOLO11s: about 4 cameras at 30 frames a second at most; the detector ends it/);
  });

  it("says what each of too many cameras gets", async () => {
    const [line] = streamHeadlines("6 cameras", await results({ ...nx, streams: 6 }));
    expect(line).toMatch(/With 6 cameras, YOLO11s sees about 22 frames a second of each/);
  });

  it("says so of each board where several are asked for", async () => {
    const wanted = { model: "yolo11s", streams: 12 };
    const [lines = ""] = streamHeadlines(
      "which board",
      await results({ device: "orin-nx-16gb", ...wanted }, { device: "agx-thor-devkit", ...wanted }),
    );
    const [nxLine = "", thorLine = ""] = lines.split("\n");
    expect(nxLine).toMatch(/and of 12 cameras it sees about 11 frames a second of each/);
    expect(thorLine).not.toMatch(/of each/);
  });

  it("says that a number asked for is within it", async () => {
    expect(streamHeadlines("2 cameras", await results({ ...nx, streams: 2 }))[0]).toMatch(
      /So 2 are within it/,
    );
  });

  it("calls the decoder's ceiling what it is where no detector is known", async () => {
    const [line] = streamHeadlines("how many cameras", await results({ device: "jetson-nano-4gb" }));
    expect(line).toMatch(/takes 8 cameras .* how many of them the detector follows is not on record/);
  });

  it("begins with the pipeline where settings are asked for", async () => {
    expect(streamHeadlines("how do I set the batch size", await results(nx))[0]).toMatch(
      /One batched pipeline/,
    );
  });

  it("is nothing without a result", () => expect(streamHeadlines("how many cameras", [])).toEqual([]));
});

describe("streamBlocks()", () => {
  it("has a row for each board, and the levers after it", async () => {
    const blocks = streamBlocks("how many", await results(nx, { ...nx, device: "agx-orin-64gb" }));
    expect(blocks.map(({ heading }) => heading)).toEqual(["Cameras", "What gives more"]);
    expect(blocks[0]?.lines.join("\n")).toMatch(/Orin NX 16GB[\s\S]*AGX Orin 64GB/);
  });

  it("has the levers first where settings are asked for", async () => {
    expect(streamBlocks("why does it lag", await results(nx))[0]?.heading).toBe("What gives more");
  });

  it("says what is missing", async () => {
    const text = streamBlocks("how many", await results({ ...nx, device: "jetson-tx2" }))[0]?.lines.join(
      "\n",
    );
    expect(text).toMatch(/Missing: no figure for the video decoder of Jetson TX2/);
  });
});
