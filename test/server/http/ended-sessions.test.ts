import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { MAX_ENDED, openEndedSessions } from "../../../server/http/ended-sessions.ts";

const idOf = (number: number) => String(number).padStart(22, "A");
const newFile = () => join(mkdtempSync(join(tmpdir(), "ended-")), "state", "ended-sessions.json");

describe("openEndedSessions()", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("knows after a restart what was ended before, and nothing else", () => {
    const file = newFile();
    const before = openEndedSessions(file);
    before.add(idOf(1));
    before.add(idOf(2));
    const after = openEndedSessions(file);
    expect([1, 2, 3].map((number) => after.has(idOf(number)))).toEqual([true, true, false]);
    expect(readdirSync(dirname(file))).toEqual(["ended-sessions.json"]);
  });

  it("starts without a word where nothing was ended yet", () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(openEndedSessions(newFile()).has(idOf(1))).toBe(false);
    expect(log).not.toHaveBeenCalled();
  });

  it.each(["", "[", '{"ids":[]}', "[1]", '["../../etc/passwd"]'])(
    "starts with none, and says so, from %s",
    (text) => {
      const log = vi.spyOn(console, "error").mockImplementation(() => {});
      const file = newFile();
      mkdirSync(dirname(file));
      writeFileSync(file, text);
      const ended = openEndedSessions(file);
      expect(log).toHaveBeenCalledOnce();
      ended.add(idOf(1));
      expect(JSON.parse(readFileSync(file, "utf8"))).toEqual([idOf(1)]);
    },
  );

  it("remembers what it cannot write, and says so", () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const file = newFile();
    writeFileSync(dirname(file), "a file where a folder is wanted");
    const ended = openEndedSessions(file);
    ended.add(idOf(1));
    expect(ended.has(idOf(1))).toBe(true);
    expect(log).toHaveBeenLastCalledWith(
      expect.stringContaining("may be let in after a restart"),
      expect.anything(),
    );
  });

  it("keeps a bounded list, the newest", () => {
    const ended = openEndedSessions();
    for (let number = 0; number <= MAX_ENDED; number++) ended.add(idOf(number));
    expect([0, 1, MAX_ENDED].map((number) => ended.has(idOf(number)))).toEqual([false, true, true]);
  });
});
