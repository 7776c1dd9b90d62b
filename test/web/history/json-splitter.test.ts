import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createJsonSplitter } from "../../../web/history/json-splitter.ts";

/** Splits a text that comes in chunks of a length; what it is put together to again, and its pieces. */
function split(text: string, depth: number, chunkLength = text.length) {
  const splitter = createJsonSplitter(depth);
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += chunkLength)
    pieces.push(...splitter.add(text.slice(at, at + chunkLength)));
  return { pieces, value: () => splitter.join(pieces.map((piece) => JSON.parse(piece))) };
}

describe("createJsonSplitter()", () => {
  it("hands out what stands at a depth, whole with what is deeper", () => {
    const text = '{"a":[{"b":[1,{"c":2}]},{"d":"}"}],"e":{"f":3}}';
    expect(split(text, 3).pieces).toEqual(['{"b":[1,{"c":2}]}', '{"d":"}"}']);
    expect(split(text, 1).pieces).toEqual([text]);
    expect(split(text, 9).pieces).toEqual([]);
  });

  it("takes no bracket or quote of a string for one of the structure", () => {
    expect(split('[["]\\"}[\\\\"],["{"]]', 2).pieces).toEqual(['["]\\"}[\\\\"]', '["{"]']);
  });

  it("loses nothing of any JSON, wherever it is cut", () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (text, depth, length) => {
          expect(split(text, depth, length).value()).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  it.each(["", "{", '{"a":[{"b":1}', '{"a":[{"b":1}]}}', '{"a":[{"b":1}{"c":2}]}'])(
    "joins nothing of %j, which is not JSON",
    (text) => {
      expect(() => split(text, 3).value()).toThrow(SyntaxError);
    },
  );
});
