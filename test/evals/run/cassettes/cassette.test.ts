import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  decodeChunks,
  type Exchange,
  encodeChunks,
  openCassettes,
  readCassette,
  readLabel,
} from "../../../../evals/run/cassettes/cassette.ts";

const newFolder = () => join(mkdtempSync(join(tmpdir(), "eval-cassettes-")), "deep");
const exchange = (body: string): Exchange => ({
  request: { method: "POST", path: "/v1/chat/completions", body },
  status: 200,
  headers: [["content-type", "text/event-stream"]],
  ...encodeChunks([Buffer.from("data: "), Buffer.from("größer\n\n")]),
  end: "complete",
});

describe("encodeChunks()", () => {
  it("keeps text readable", () => {
    expect(encodeChunks([Buffer.from("größer")])).toEqual({ encoding: "utf8", chunks: ["größer"] });
  });

  it("gives back the same bytes in the same pieces, also where a letter was cut in two", () => {
    const whole = Buffer.from("größer");
    const pieces = [whole.subarray(0, 3), whole.subarray(3), Buffer.from([0xff, 0x00])];
    expect(encodeChunks(pieces).encoding).toBe("base64");
    expect(decodeChunks(encodeChunks(pieces))).toEqual(pieces);
  });
});

describe("openCassettes()", () => {
  it("keeps the exchanges of each trial in a file of its own, and what they are of", () => {
    const folder = newFolder();
    const keep = openCassettes(folder, { model: "qwen3:4b", path: "/v1" });
    keep("a.1", exchange("1"));
    keep("b.1", exchange("2"));
    keep("a.1", exchange("3"));
    expect(readCassette(folder, "a.1")).toEqual([exchange("1"), exchange("3")]);
    expect(readLabel(folder)).toEqual({ model: "qwen3:4b", path: "/v1" });
    expect(readdirSync(folder).sort()).toEqual(["a.1.jsonl", "b.1.jsonl", "label.json"]);
  });

  it("replaces what an earlier recording has of a trial, and leaves the others", () => {
    const folder = newFolder();
    const first = openCassettes(folder, { model: "m", path: "/v1" });
    first("a.1", exchange("old"));
    first("b.1", exchange("old"));
    openCassettes(folder, { model: "m", path: "/v1" })("a.1", exchange("new"));
    expect(readCassette(folder, "a.1")).toEqual([exchange("new")]);
    expect(readCassette(folder, "b.1")).toEqual([exchange("old")]);
  });
});

describe("readCassette()", () => {
  it("has nothing of a trial that was not recorded", () => {
    expect(readCassette(newFolder(), "a.1")).toEqual([]);
  });
});

describe("readLabel()", () => {
  it("refuses a folder that nothing was recorded in", () => {
    expect(() => readLabel(newFolder())).toThrow(/nothing was recorded/);
  });
});
